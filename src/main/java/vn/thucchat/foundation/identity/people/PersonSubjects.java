package vn.thucchat.foundation.identity.people;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.accesslog.ReadSubjects;

/**
 * Names the person of an account, and whoever was found to be the same: what was read at a counter before the account was theirs is
 * theirs to see.
 */
@Component
record PersonSubjects(PersonAliasStore store) implements ReadSubjects {

    @Override
    public Collection<UUID> of(UUID account) {
        return Stream.concat(store.personsOf(account).stream(), store.otherAccounts(account).stream())
                .toList();
    }
}

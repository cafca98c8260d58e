package vn.thucchat.foundation.identity.people;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.accesslog.ReadSubjects;

/**
 * Lists whose data an account's owner may follow in the access log: the owner's person, persons merged with it, and the
 * owner's other accounts. Looks at a counter may be older than the account.
 */
@Component
record PersonSubjects(PersonAliasStore store) implements ReadSubjects {

    @Override
    public Collection<UUID> of(UUID account) {
        return Stream.concat(store.personsOf(account).stream(), store.otherAccounts(account).stream())
                .toList();
    }
}

package vn.thucchat.foundation.identity.people;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.accesslog.ReadSubjects;

/** Names the person of an account: what was read at a counter before the account was theirs is theirs to see. */
@Component
record PersonSubjects(PersonStore store) implements ReadSubjects {

    @Override
    public Collection<UUID> of(UUID account) {
        return store.personOf(account).stream().toList();
    }
}

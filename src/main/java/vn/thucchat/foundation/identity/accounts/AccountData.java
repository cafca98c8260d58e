package vn.thucchat.foundation.identity.accounts;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** An account and the roles it holds or held. Deleting closes it: nobody signs in, no name is left. */
@Component
record AccountData(
        Accounts accounts, AccountStore store, ClosedAccountStore closed, ResetStore resets, InstantSource clock)
        implements PersonalDataSource {

    @Override
    public String purpose() {
        return "identity.account";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        Stream<PersonalRecord> own = accounts.find(account).stream()
                .map(it -> PersonalRecord.of("username", it.username(), "name", it.name()));
        Stream<PersonalRecord> roles = accounts.grants(account).stream()
                .map(it -> PersonalRecord.of("role", t.orElse("role." + it.role(), it.role()), "unit", it.unit()));
        return Stream.concat(own, roles).toList();
    }

    @Override
    public int delete(UUID account) {
        closed.keep(account, clock.instant());
        if (!store.close(account)) throw new IllegalStateException("Holds a role: " + account);
        resets.endAll(account, clock.instant());
        return 1;
    }
}

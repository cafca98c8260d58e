package vn.thucchat.foundation.notify.contacts;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Addresses, codes on their way and wishes. No law keeps them. */
@Component
record ContactData(ContactStore contacts, JdbcClient jdbc) implements PersonalDataSource {

    private static final String DELETE_HOLDER = "DELETE FROM notify.address_holder WHERE account = :account";
    private static final String DELETE_CODES = "DELETE FROM notify.confirmation WHERE account = :account";
    private static final String DELETE_PREFERENCE = "DELETE FROM notify.preference WHERE account = :account";
    private static final String DELETE_DECLINED = "DELETE FROM notify.declined WHERE account = :account";
    private static final String DELETE_CONTACTS = "DELETE FROM notify.contact WHERE account = :account";

    @Override
    public String purpose() {
        return "notify.contact";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return contacts.list(account).stream()
                .map(one -> PersonalRecord.of("kind", one.kind(), "address", one.address()))
                .toList();
    }

    @Override
    public int delete(UUID account) {
        for (String sql : List.of(DELETE_HOLDER, DELETE_CODES, DELETE_PREFERENCE, DELETE_DECLINED))
            jdbc.sql(sql).param("account", account).update();
        return jdbc.sql(DELETE_CONTACTS).param("account", account).update();
    }
}

package vn.thucchat.foundation.notify.contacts;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** Addresses, codes on their way and wishes. No law keeps them. */
@Component
record ContactData(ContactStore contacts, ConfirmationStore confirmations, PreferenceStore preferences)
        implements PersonalDataSource {

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
        confirmations.deleteAll(account);
        preferences.deleteAll(account);
        return contacts.deleteAll(account);
    }
}

package vn.thucchat.foundation.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.people.PersonAliases;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** What agencies and databases said of an account's person, who belongs with whom, and the papers. The law keeps it. */
@Component
record RecordData(
        PersonRegistry people,
        PersonAliases aliases,
        FieldValueStore values,
        MembershipStore memberships,
        PaperStore papers,
        ValueSeal seal)
        implements PersonalDataSource {

    @Override
    public String purpose() {
        return RegisterPurposes.RECORD;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        List<UUID> persons = people.provenOf(account).map(aliases::all).orElse(List.of());
        if (persons.isEmpty()) return List.of();
        var records = new ArrayList<PersonalRecord>();
        values.of(persons, List.of(RegisterField.values())).stream()
                .map(seal::open)
                .filter(value -> !Registers.stated(value))
                .forEach(value -> records.add(row(value, t)));
        for (Memberships.Held held : memberships.ofPersons(persons))
            records.add(PersonalRecord.of(
                    "kind",
                    t.of(held.kind().key()),
                    "record",
                    held.code(),
                    "role",
                    t.of(held.role().key()),
                    "at",
                    held.fromOn()));
        for (PaperStore.Kept kept : papers.of(persons))
            records.add(PersonalRecord.of(
                    "paper",
                    kept.paper().title(),
                    "text",
                    seal.number(kept),
                    "at",
                    kept.paper().issue().issuedOn()));
        return records;
    }

    static PersonalRecord row(FieldValue value, Texts t) {
        return PersonalRecord.of(
                "record",
                t.of(value.field().key()),
                "text",
                value.field().shown(t, value.value(), code -> code),
                "origin",
                value.source().shown(t),
                "at",
                value.validity().asOf());
    }
}

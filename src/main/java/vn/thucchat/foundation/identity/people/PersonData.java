package vn.thucchat.foundation.identity.people;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** The person of an account, and who may act for whom. The law keeps it. */
@Component
record PersonData(PersonRegistry people, Representations representations) implements PersonalDataSource {

    @Override
    public String purpose() {
        return "identity.person";
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return people.ofAccount(account).stream()
                .flatMap(person -> Stream.of(
                                Stream.of(PersonalRecord.of(
                                        "number", person.number(), "name", person.name(), "born", person.born())),
                                representations.by(person).stream().map(one -> represented(one, one.name(), t)),
                                representations.of(person).stream()
                                        .map(one -> represented(one, one.representativeName(), t)))
                        .flatMap(records -> records))
                .toList();
    }

    private static PersonalRecord represented(Representation one, String name, Texts t) {
        return PersonalRecord.of(
                "kind", t.of(one.kind().key()), "name", name, "paper", one.paper(), "until", one.untilOn());
    }
}

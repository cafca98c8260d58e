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
        Stream<PersonalRecord> named = people.ofAccount(account).stream()
                .map(person ->
                        PersonalRecord.of("number", person.number(), "name", person.name(), "born", person.born()));
        // whom a person acts for is shown to no account that only named the number
        Stream<PersonalRecord> acting = people.provenOfAccount(account).stream()
                .flatMap(person -> Stream.concat(
                        representations.by(person).stream().map(one -> represented(one, one.name(), t)),
                        representations.of(person).stream().map(one -> represented(one, one.representativeName(), t))));
        return Stream.concat(named, acting).toList();
    }

    private static PersonalRecord represented(Representation one, String name, Texts t) {
        return PersonalRecord.of(
                "kind", t.of(one.kind().key()), "name", name, "paper", one.paper(), "until", one.untilOn());
    }
}

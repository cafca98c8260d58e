package vn.thucchat.foundation.registers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.people.Person;

/** Reads name and birthday that a person was shown by, so that they stand in the registers without being kept twice. */
final class PersonValues {

    private PersonValues() {}

    /** None of a person who only named a number. */
    static List<FieldValue> of(Person person, Collection<RegisterField> fields) {
        var source = switch (person.proof()) {
            case VNEID_1 -> null;
            case COUNTER -> new FieldValue.Source(Origin.CARD_READ, "Quầy một cửa", "");
            case VNEID_2 -> new FieldValue.Source(Origin.NATIONAL_DATABASE, "VNeID", "");
        };
        if (source == null) return List.of();
        var values = new ArrayList<FieldValue>();
        var validity = new FieldValue.Validity(person.provenAt(), null, null);
        var recorded = new FieldValue.Recorded(Actor.PLATFORM.account(), person.provenAt());
        if (fields.contains(RegisterField.FULL_NAME))
            values.add(new FieldValue(person.id(), RegisterField.FULL_NAME, person.name(), source, validity, recorded));
        if (fields.contains(RegisterField.BIRTH_DATE))
            values.add(new FieldValue(
                    person.id(), RegisterField.BIRTH_DATE, person.born().toString(), source, validity, recorded));
        return values;
    }
}

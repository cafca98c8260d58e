package vn.thucchat.foundation.identity.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of a person to act for somebody else, from a day to a day.
 *
 * @param representative the person who acts
 * @param person whom they act for, where it is a person
 * @param code of the household or company, for example the tax code {@code 4600000016}; of one that may be a person's
 *     number the middle is left out; empty for a person
 * @param name of whom they act for
 * @param paper by what it was shown, for example {@code Giấy khai sinh số 12/2019}
 * @param untilOn the last day on which it holds
 */
public record Representation(
        UUID id,
        UUID representative,
        String representativeName,
        Kind kind,
        @Nullable UUID person,
        String code,
        String name,
        String paper,
        LocalDate fromOn,
        LocalDate untilOn) {

    /** For whom somebody acts. */
    public enum Kind {
        CHILD,
        ADULT,
        HOUSEHOLD,
        COMPANY;

        boolean ofPerson() {
            return this == CHILD || this == ADULT;
        }

        public String key() {
            return "people.kind." + this;
        }
    }
}

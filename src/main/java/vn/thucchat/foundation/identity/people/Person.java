package vn.thucchat.foundation.identity.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person.
 *
 * @param number masked: {@code 019••••••123}
 * @param proof by what it was last shown who this is
 * @param synthetic of the demonstration; real clerks never see one, and those of the demonstration no other
 */
public record Person(
        UUID id, String number, String name, LocalDate born, Proof proof, Instant provenAt, boolean synthetic) {

    /** By what it was shown who a person is, the weakest first. */
    public enum Proof {
        /** VNeID, level 1: a telephone number and what its owner typed, which nobody compared */
        VNEID_1,
        /** a clerk compared card and face */
        COUNTER,
        /** VNeID, level 2 */
        VNEID_2
    }

    /** The path of the person's page at the counter, by which the access log names them. */
    public String path() {
        return path(id);
    }

    static String path(UUID id) {
        return "/counter/people/" + id;
    }
}

package vn.thucchat.foundation.registers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why somebody looks at what is held; it stands in the access log, which the person can read.
 *
 * @param reference code of the dossier it is for; empty where there is none
 */
public record Look(Purpose purpose, String reference) {

    /** For what a record is read. */
    public enum Purpose {
        /** the person's own page, or a form that is filled in for them */
        OWN,
        /** a dossier that the person handed in */
        DOSSIER,
        /** the person asked that something be corrected */
        CORRECTION,
        /** a statement or paper is compared with what is held */
        VERIFICATION;

        /** Whether an official may read for it. */
        public boolean official() {
            return this != OWN;
        }

        public static Optional<Purpose> read(String typed) {
            return Stream.of(values()).filter(one -> one.name().equals(typed)).findFirst();
        }
    }

    public static Look own() {
        return new Look(Purpose.OWN, "");
    }

    /** A look for no dossier. */
    public static Look of(Purpose purpose) {
        return new Look(purpose, "");
    }

    /** The purpose as the access log has it: {@code dossier}. */
    String logged() {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    String action() {
        return "registers.read-" + logged();
    }

    /** What the log says was seen: {@code FULL_NAME BIRTH_DATE · 000.19.H55-261201-0001}. */
    String detail(String seen) {
        return reference.isEmpty() ? seen : seen + " · " + reference;
    }
}

package vn.thucchat.foundation.registers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a subject's kho (kho dữ liệu điện tử).
 *
 * @param kind code of a {@link Kind}, such as {@code BIRTH_CERTIFICATE}
 * @param number as it stands on the paper; sealed in the database
 * @param file its copy, or null where only the entry is kept
 * @param replacedBy the paper that took its place, or null
 */
public record Paper(
        UUID id,
        String kind,
        String title,
        String number,
        Issue issue,
        @Nullable Copy file,
        Source source,
        @Nullable UUID replacedBy) {

    private static final int SOON_DAYS = 60;

    /** A kind of papers, with its name in both languages. */
    public record Kind(String code, String name, String nameEn) {}

    /**
     * By whom it was issued, and when it holds.
     *
     * @param validUntil the last day, or null where it has none
     */
    public record Issue(
            String issuedBy,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * The copy in {@code foundation.files}.
     *
     * @param sha256 of its bytes when it was kept, in hexadecimal digits
     */
    public record Copy(UUID file, String sha256) {}

    /** From where it came, and the dossier that it is the result of. */
    public record Source(Origin origin, String reference) {}

    /** How a paper stands on a day. */
    public enum State {
        VALID,
        /** valid, and for no more than 60 days */
        ENDING,
        NOT_YET,
        EXPIRED,
        REPLACED;

        /** Whether a dossier may use it. */
        public boolean usable() {
            return this == VALID || this == ENDING;
        }

        public String key() {
            return "registers.paper." + this;
        }
    }

    public State on(LocalDate day) {
        LocalDate until = issue.validUntil();
        if (replacedBy != null) return State.REPLACED;
        if (day.isBefore(issue.validFrom())) return State.NOT_YET;
        if (until == null) return State.VALID;
        if (day.isAfter(until)) return State.EXPIRED;
        return until.isAfter(day.plusDays(SOON_DAYS)) ? State.VALID : State.ENDING;
    }

    Paper withNumber(String other) {
        return new Paper(id, kind, title, other, issue, file, source, replacedBy);
    }
}

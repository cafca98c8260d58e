package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/**
 * What a source said of a field, once and for all.
 *
 * @param value as {@link FieldType} keeps it
 */
public record FieldValue(
        UUID id, RegisterField field, String value, Source source, Validity validity, Recorded recorded) {

    /**
     * From where it came.
     *
     * @param originName of the database or agency: {@code Cơ sở dữ liệu quốc gia về dân cư}
     * @param reference code of a dossier or number of a paper; empty where there is none
     */
    public record Source(Origin origin, String originName, String reference) {

        /** In words, for a page or a form that is filled in: {@code cơ sở dữ liệu quốc gia: VNeID}. */
        public String shown(Texts t) {
            String kind = t.of(origin.key());
            return originName.isEmpty() ? kind : t.of("registers.from", kind, originName);
        }
    }

    /**
     * When it was so.
     *
     * @param asOf the moment of which the source said it
     * @param until the last day on which it holds, or null
     * @param corrects the value that was wrong, or null
     */
    public record Validity(
            Instant asOf,
            @Nullable LocalDate until,
            @Nullable UUID corrects) {}

    /** Who wrote it down, and when. */
    public record Recorded(UUID recordedBy, Instant recordedAt) {}

    FieldValue withValue(String other) {
        return new FieldValue(id, field, other, source, validity, recorded);
    }
}

package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    public record Source(Origin origin, String originName, String reference) {}

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

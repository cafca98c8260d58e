package vn.thucchat.foundation.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a unit: its name, kind and parent between two days.
 *
 * @param validFrom the first day, or null when it is older than our records
 * @param validTo the last day (inclusive), or null while it lasts
 */
public record Unit(
        UnitCode code,
        String name,
        @Nullable String nameEn,
        UnitKind kind,
        @Nullable UnitCode parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** A name without its kind, in either language: {@code Phan Đình Phùng} of {@code Phường Phan Đình Phùng}. */
    public static String withoutKind(String name) {
        return name.replaceFirst("^(Phường|Xã|Thị trấn|Thành phố|Thị xã|Huyện) | (Ward|Commune|Township)$", "");
    }

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}

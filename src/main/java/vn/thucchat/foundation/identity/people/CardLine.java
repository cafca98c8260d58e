package vn.thucchat.foundation.identity.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk's reader types from the QR code of an identity card, or a number typed by hand.
 *
 * @param name as on the card; empty where only a number was typed
 * @param born the birthday on the card, or null
 */
public record CardLine(
        PersonNumber number, String name, @Nullable LocalDate born) {

    private static final int LONGEST = 500;
    private static final int NAME = 2;
    private static final int BORN = 3;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads {@code 019087000123|090123456|Nguyễn Văn An|02031987|Nam|Tổ 5, Phường Phan Đình Phùng|01062021}: number, former
     * number, name, birthday, sex, address, day of issue. Only the first, third and fourth are used; others are forgotten.
     */
    public static Optional<CardLine> read(String scanned) {
        if (scanned.length() > LONGEST) return Optional.empty();
        String[] parts = scanned.strip().split("\\|", -1);
        return PersonNumber.read(parts[0])
                .map(number -> new CardLine(
                        number,
                        parts.length > NAME ? parts[NAME].strip() : "",
                        parts.length > BORN ? day(parts[BORN]) : null));
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip(), DAY);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}

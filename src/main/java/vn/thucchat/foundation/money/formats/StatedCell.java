package vn.thucchat.foundation.money.formats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.sheets.Cell;

/**
 * A cell of a bank's table.
 *
 * @param text as a person reads it, lines kept
 * @param number exactly as the file states it; null: it is a text or a day
 * @param moment null: it is a text or a number
 */
record StatedCell(
        String text, @Nullable BigDecimal number, @Nullable LocalDateTime moment) {

    static final StatedCell EMPTY = new StatedCell("", null, null);

    private static final Pattern NOTHING = Pattern.compile("[-–—−.*\\s]*");
    /** Days of 2000 to 2100 since 30 December 1899, as spreadsheet programs count. */
    private static final BigDecimal FIRST_SERIAL = new BigDecimal(36_526);

    private static final BigDecimal LAST_SERIAL = new BigDecimal(73_415);
    private static final LocalDate SERIAL_BEGIN = LocalDate.of(1899, 12, 30);

    static StatedCell of(String text) {
        return new StatedCell(text.strip(), null, null);
    }

    static StatedCell of(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> of(text.text());
            case Cell.Numeral numeral ->
                new StatedCell(
                        numeral.value().stripTrailingZeros().toPlainString(),
                        numeral.value().stripTrailingZeros(),
                        null);
            case Cell.Day day ->
                new StatedCell(day.day().toString(), null, day.day().atStartOfDay());
            case Cell.Moment moment -> new StatedCell(moment.moment().toString(), null, moment.moment());
            case Cell.Truth truth -> of(Boolean.toString(truth.value()));
        };
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** In one line. */
    String line() {
        return StatementReading.clean(text);
    }

    /** Đồng; zero for nothing and for a dash; null when it is no whole amount. */
    @Nullable
    Long amount() {
        if (number != null) return whole(number);
        if (moment != null) return null;
        if (NOTHING.matcher(text).matches() || StatementMemo.placeholder(text)) return 0L;
        Long read = StatedAmount.read(text, null);
        return read == null || Math.abs(read) > StatementReading.MOST_VND ? null : read;
    }

    private static @Nullable Long whole(BigDecimal number) {
        if (number.scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(StatementReading.MOST_VND)) > 0)
            return null;
        return number.longValueExact();
    }

    /** Null when no day is in it. */
    @Nullable
    StatedDay day() {
        if (moment != null)
            return new StatedDay(
                    moment.toLocalDate(),
                    moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? null : moment.toLocalTime(),
                    "");
        if (number != null && number.compareTo(FIRST_SERIAL) >= 0 && number.compareTo(LAST_SERIAL) < 0) {
            LocalDate day = SERIAL_BEGIN.plusDays(number.longValue());
            long seconds = number.remainder(BigDecimal.ONE)
                    .multiply(BigDecimal.valueOf(86_400))
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValue();
            return new StatedDay(day, seconds == 0 || seconds >= 86_400 ? null : LocalTime.ofSecondOfDay(seconds), "");
        }
        return StatedDay.read(text);
    }
}

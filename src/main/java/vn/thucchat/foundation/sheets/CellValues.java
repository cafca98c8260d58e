package vn.thucchat.foundation.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** From what a cell of a sheet part states to what it means (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
final class CellValues {

    /** Enough for any double, and no exponent that would unfold into a million digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,2})?");

    /** What a spreadsheet program shows; digits beyond are an artefact of its binary arithmetic. */
    private static final int SHOWN_DIGITS = 15;

    private static final double DAY_AFTER_9999 = 2_958_466;

    private final SharedTexts shared;
    private final SheetStyles styles;
    private final boolean daysFrom1904;
    private final Strictness strictness;

    CellValues(SharedTexts shared, SheetStyles styles, boolean daysFrom1904, Strictness strictness) {
        this.shared = shared;
        this.styles = styles;
        this.daysFrom1904 = daysFrom1904;
        this.strictness = strictness;
    }

    /** @return nothing for a blank cell */
    Optional<Cell> cell(int row, int column, String type, @Nullable String style, String raw) {
        if (strictness == Strictness.REFUSE) return read(row, column, type, style, raw);
        try {
            return read(row, column, type, style, raw);
        } catch (Stop stop) {
            if (stop.refused.detail() == null) throw stop;
            return text(row, column, CellText.clean(raw));
        }
    }

    private Optional<Cell> read(int row, int column, String type, @Nullable String style, String raw) {
        String stated = raw.strip();
        return switch (type) {
            case "s" -> stated.isEmpty() ? Optional.empty() : text(row, column, shared.at(stated));
            case "str", "inlineStr" -> text(row, column, CellText.clean(raw));
            case "e" -> throw new Stop(Reason.ERROR_VALUE, Cell.address(row, column));
            case "b" -> stated.isEmpty() ? Optional.empty() : Optional.of(truth(row, column, stated));
            case "d" -> stated.isEmpty() ? Optional.empty() : Optional.of(isoDate(row, column, stated));
            case "n" -> stated.isEmpty() ? Optional.empty() : Optional.of(number(row, column, style, stated));
            default -> throw new Stop(Reason.DAMAGED);
        };
    }

    private Optional<Cell> text(int row, int column, String clean) {
        if (strictness == Strictness.KEEP) return CellText.kept(row, column, clean);
        return clean.isEmpty() ? Optional.empty() : Optional.of(CellText.cell(row, column, clean));
    }

    private static Cell truth(int row, int column, String stated) {
        return switch (stated) {
            case "1", "true" -> new Cell.Truth(row, column, true);
            case "0", "false" -> new Cell.Truth(row, column, false);
            default -> throw new Stop(Reason.DAMAGED);
        };
    }

    private static Cell isoDate(int row, int column, String stated) {
        try {
            return stated.contains("T")
                    ? new Cell.Moment(row, column, LocalDateTime.parse(stated.replaceFirst("Z$", "")))
                    : new Cell.Day(row, column, LocalDate.parse(stated));
        } catch (DateTimeException e) {
            throw new Stop(Reason.BAD_DATE, Cell.address(row, column));
        }
    }

    private Cell number(int row, int column, @Nullable String style, String stated) {
        if (!NUMBER.matcher(stated).matches()) throw new Stop(Reason.BAD_NUMBER, Cell.address(row, column));
        return switch (styles.shown(style)) {
            case NUMBER -> new Cell.Numeral(row, column, exact(stated), false);
            case PERCENT -> new Cell.Numeral(row, column, exact(stated), true);
            case DATE -> day(row, column, Double.parseDouble(stated));
        };
    }

    private static BigDecimal exact(String stated) {
        var value = new BigDecimal(stated);
        return value.stripTrailingZeros().precision() <= SHOWN_DIGITS
                ? value
                : new BigDecimal(Double.toString(value.doubleValue()));
    }

    private Cell day(int row, int column, double serial) {
        // below 1 it is a time of day or a duration, which belongs to no day
        if (serial < 1 || serial >= DAY_AFTER_9999) throw new Stop(Reason.BAD_DATE, Cell.address(row, column));
        LocalDateTime moment = DateUtil.getLocalDateTime(serial, daysFrom1904, true);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Cell.Day(row, column, moment.toLocalDate())
                : new Cell.Moment(row, column, moment);
    }
}

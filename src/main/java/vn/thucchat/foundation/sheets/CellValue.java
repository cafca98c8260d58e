package vn.thucchat.foundation.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/** The value of a cell as a number, a code or a text; a number that is typed as such means one thing. */
public final class CellValue {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** As spreadsheet programs write a long code into a CSV when it is a number: {@code 1.01E+11}. */
    private static final Pattern EXPONENT = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");

    private static final int LONGEST_EXPONENT = 40;

    private CellValue() {}

    /** Đồng or a count. A cell shown in per cent holds none. */
    public static Parsed<BigDecimal> whole(Cell cell) {
        return switch (cell) {
            case Cell.Numeral(int r, int c, BigDecimal number, boolean percent) -> {
                if (percent) yield Parsed.refused("number.percent");
                yield number.stripTrailingZeros().scale() > 0
                        ? Parsed.refused("number.not-whole", VietnameseNumbers.write(number))
                        : new Parsed.Value<>(number);
            }
            case Cell.Text text -> VietnameseNumbers.whole(text.text());
            default -> Parsed.refused("number.none", text(cell));
        };
    }

    /** A number that may have decimals. A cell shown in per cent holds none. */
    public static Parsed<BigDecimal> decimal(Cell cell) {
        return switch (cell) {
            case Cell.Numeral(int r, int c, BigDecimal number, boolean percent) ->
                percent ? Parsed.refused("number.percent") : new Parsed.Value<>(number);
            case Cell.Text text -> VietnameseNumbers.decimal(text.text());
            default -> Parsed.refused("number.none", text(cell));
        };
    }

    /** A number of per cent: 0.65 in a cell that shows 65% is 65. */
    public static Parsed<BigDecimal> percent(Cell cell) {
        return cell instanceof Cell.Numeral(int r, int c, BigDecimal number, boolean percent) && percent
                ? new Parsed.Value<>(number.multiply(HUNDRED))
                : decimal(cell);
    }

    /**
     * Digits that are a name and no quantity (an account, a phone, a tax code). A spreadsheet program that took them
     * for a number has dropped the zeros at the front and rounded what is long, so such a cell is refused.
     */
    public static Parsed<String> code(Cell cell) {
        return switch (cell) {
            case Cell.Text(int r, int c, String text)
            when !EXPONENT.matcher(text.strip()).matches() -> new Parsed.Value<>(text);
            case Cell.Text text -> Parsed.refused("number.code", text(text));
            case Cell.Numeral numeral -> Parsed.refused("number.code", text(numeral));
            default -> Parsed.refused("number.none", text(cell));
        };
    }

    /** A day: a date of the spreadsheet program, or text. */
    public static Parsed<LocalDate> day(Cell cell) {
        return switch (cell) {
            case Cell.Day day -> new Parsed.Value<>(day.day());
            case Cell.Moment moment -> new Parsed.Value<>(moment.moment().toLocalDate());
            case Cell.Text text -> VietnameseDays.parse(text.text());
            case Cell.Numeral numeral -> Parsed.refused("day.none", Parsed.quoted(text(numeral)));
            case Cell.Truth truth -> Parsed.refused("day.none", Parsed.quoted(text(truth)));
        };
    }

    /** What a message or a name shows of it. */
    public static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> Parsed.quoted(text.text());
            case Cell.Numeral numeral -> plain(numeral.value());
            case Cell.Day day -> day.day().toString();
            case Cell.Moment moment -> moment.moment().toString();
            case Cell.Truth truth -> Boolean.toString(truth.value());
        };
    }

    /** A number with a huge exponent would be written in a million digits. */
    private static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return Math.abs(stripped.scale()) > LONGEST_EXPONENT ? stripped.toString() : stripped.toPlainString();
    }
}

package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.reporting.StatedLine;
import vn.thucchat.steering.indicators.reporting.Statement;

/**
 * The fields of one indicator in a submission, right or wrong. The name of a field is the component's, a dot and the
 * indicator's code: {@code numerator.household-fibre}.
 */
record TypedLine(
        String code,
        String value,
        String numerator,
        String denominator,
        String asOf,
        Provenance provenance,
        String quote) {

    static TypedLine of(Form<?> form, String code) {
        return new TypedLine(
                code,
                form.text("value." + code),
                form.text("numerator." + code),
                form.text("denominator." + code),
                form.text("asOf." + code),
                form.text("provenance." + code).equals(Provenance.SURVEYED.name())
                        ? Provenance.SURVEYED
                        : Provenance.REPORTED,
                form.text("quote." + code));
    }

    static Map<String, String> fields(Statement line) {
        var fields = new HashMap<String, String>();
        String code = "." + line.indicator();
        fields.put("value" + code, written(line.value()));
        fields.put("numerator" + code, written(line.numerator()));
        fields.put("denominator" + code, written(line.denominator()));
        fields.put("asOf" + code, line.asOf().toString());
        fields.put("provenance" + code, line.provenance().name());
        fields.put("quote" + code, line.quote());
        return fields;
    }

    boolean numbers() {
        return !(value + numerator + denominator).isEmpty();
    }

    /** What numerator and denominator come to; null where one cannot be read. */
    @Nullable
    BigDecimal share(Indicator it) {
        return it.share(
                VietnameseNumbers.whole(numerator).orNull(),
                VietnameseNumbers.whole(denominator).orNull());
    }

    boolean empty() {
        return !numbers() && quote.isEmpty();
    }

    /** The line that it means; empty when it holds nothing, or cannot be read: then {@code errors} say why. */
    Optional<StatedLine> read(Indicator it, List<FieldError> errors) {
        int before = errors.size();
        BigDecimal single = read("value", value, it.value(value), errors);
        BigDecimal above = read("numerator", numerator, VietnameseNumbers.whole(numerator), errors);
        BigDecimal below = read("denominator", denominator, VietnameseNumbers.whole(denominator), errors);
        LocalDate day = read("asOf", asOf, VietnameseDays.parse(asOf), errors);
        if (!numbers() && !quote.isEmpty()) errors.add(new FieldError("quote." + code, "line.quote-without-number"));
        return errors.size() > before || !numbers()
                ? Optional.empty()
                : Optional.of(new StatedLine(code, single, above, below, provenance, day, quote));
    }

    private <T> @Nullable T read(String field, String typed, Parsed<T> parsed, List<FieldError> errors) {
        if (!typed.isEmpty() && parsed instanceof Parsed.Refused<T> refused)
            errors.add(new FieldError(field + "." + code, refused));
        return typed.isEmpty() ? null : parsed.orNull();
    }

    /** Whether it says the same as what was stored of it: a day that was left open was filled in then. */
    boolean means(TypedLine stored) {
        if (!numbers()) return !stored.numbers();
        return plain(value).equals(plain(stored.value))
                && plain(numerator).equals(plain(stored.numerator))
                && plain(denominator).equals(plain(stored.denominator))
                && provenance == stored.provenance
                && quote.equals(stored.quote)
                && (asOf.isEmpty() || VietnameseDays.parse(asOf).equals(VietnameseDays.parse(stored.asOf)));
    }

    private static String written(@Nullable BigDecimal number) {
        return number == null ? "" : VietnameseNumbers.write(number);
    }

    private static String plain(String typed) {
        return VietnameseNumbers.whole(typed)
                .value()
                .or(() -> VietnameseNumbers.decimal(typed).value())
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse(typed);
    }
}

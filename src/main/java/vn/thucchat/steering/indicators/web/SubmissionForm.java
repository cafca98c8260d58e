package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.foundation.papers.VietnameseNumbers;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.StatedLine;
import vn.thucchat.steering.indicators.Statement;
import vn.thucchat.steering.indicators.Submission;

/**
 * A submission as it was typed, right or wrong: what an officer gets back when something is to be corrected.
 *
 * @param lines by the indicator's code
 */
public record SubmissionForm(PaperForm paper, String note, Map<String, Typed> lines) {

    /** The fields of one indicator; their names are the component's, a dot and the indicator's code. */
    public record Typed(
            String value, String numerator, String denominator, String asOf, String provenance, String quote) {

        static final Typed NOTHING = new Typed("", "", "", "", Provenance.REPORTED.name(), "");

        static Typed of(Statement line) {
            return new Typed(
                    plain(line.value()),
                    plain(line.numerator()),
                    plain(line.denominator()),
                    line.asOf().toString(),
                    line.provenance().name(),
                    line.quote());
        }

        boolean numbers() {
            return !(value + numerator + denominator).isEmpty();
        }

        Provenance known() {
            return provenance.equals(Provenance.SURVEYED.name()) ? Provenance.SURVEYED : Provenance.REPORTED;
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null ? "" : VietnameseNumbers.write(number);
        }
    }

    static SubmissionForm of(HttpServletRequest request, Collection<Indicator> owed) {
        var lines = new LinkedHashMap<String, Typed>();
        for (Indicator it : owed) {
            String code = "." + it.code();
            lines.put(
                    it.code(),
                    new Typed(
                            PaperForm.typed(request, "value" + code),
                            PaperForm.typed(request, "numerator" + code),
                            PaperForm.typed(request, "denominator" + code),
                            PaperForm.typed(request, "asOf" + code),
                            PaperForm.typed(request, "provenance" + code),
                            PaperForm.typed(request, "quote" + code)));
        }
        return new SubmissionForm(PaperForm.of(request), PaperForm.typed(request, "note"), lines);
    }

    static SubmissionForm of(Submission submission, Collection<Statement> written, String fileName) {
        var lines = new LinkedHashMap<String, Typed>();
        for (Statement line : written) lines.put(line.indicator(), Typed.of(line));
        return new SubmissionForm(PaperForm.of(submission.document(), fileName), submission.note(), lines);
    }

    SubmissionForm with(PaperForm newPaper) {
        return new SubmissionForm(newPaper, note, lines);
    }

    Typed line(String code) {
        return lines.getOrDefault(code, Typed.NOTHING);
    }

    /**
     * The lines that hold something and can be read; what cannot goes into {@code faults}.
     *
     * @param owed the indicators of the lines, by code
     */
    List<StatedLine> read(Texts t, Map<String, Indicator> owed, List<Fault> faults) {
        var read = new ArrayList<StatedLine>();
        lines.forEach((code, typed) -> {
            int before = faults.size();
            Indicator it = owed.get(code);
            BigDecimal value = read(
                    t, "value." + code, typed.value(), it == null ? VietnameseNumbers::decimal : it::value, faults);
            BigDecimal numerator = read(t, "numerator." + code, typed.numerator(), VietnameseNumbers::whole, faults);
            BigDecimal denominator =
                    read(t, "denominator." + code, typed.denominator(), VietnameseNumbers::whole, faults);
            LocalDate asOf = read(t, "asOf." + code, typed.asOf(), VietnameseDays::parse, faults);
            if (!typed.numbers() && !typed.quote().isEmpty())
                faults.add(new Fault("quote." + code, t.of("line.quote-without-number")));
            if (faults.size() == before && typed.numbers())
                read.add(new StatedLine(code, value, numerator, denominator, typed.known(), asOf, typed.quote()));
        });
        return read;
    }

    /** Whether the lines and the note mean the same, however the numbers were typed. */
    boolean saysTheSameAs(SubmissionForm other) {
        return note.equals(other.note)
                && meaning().equals(other.meaning())
                // a day that was left open was filled in when it was saved
                && lines.entrySet().stream()
                        .allMatch(of -> of.getValue().asOf().isEmpty()
                                || VietnameseDays.parse(of.getValue().asOf())
                                        .equals(VietnameseDays.parse(
                                                other.line(of.getKey()).asOf()))
                                || !of.getValue().numbers());
    }

    private Map<String, List<Object>> meaning() {
        var meaning = new LinkedHashMap<String, List<Object>>();
        lines.forEach((code, typed) -> {
            if (typed.numbers())
                meaning.put(
                        code,
                        List.of(
                                plain(typed.value()),
                                plain(typed.numerator()),
                                plain(typed.denominator()),
                                typed.known(),
                                typed.quote()));
        });
        return meaning;
    }

    private static String plain(String typed) {
        return VietnameseNumbers.whole(typed)
                .value()
                .or(() -> VietnameseNumbers.decimal(typed).value())
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse(typed);
    }

    private static <T> @Nullable T read(
            Texts t, String field, String typed, Function<String, Parsed<T>> reading, List<Fault> faults) {
        if (typed.isEmpty()) return null;
        Parsed<T> read = reading.apply(typed);
        if (read.value().isEmpty()) faults.add(new Fault(field, read.why(t)));
        return read.orNull();
    }
}

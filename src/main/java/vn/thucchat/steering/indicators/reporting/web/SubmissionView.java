package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RatioParts;
import vn.thucchat.steering.indicators.reporting.Plausibility;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/** Puts together what the page of a submission shows to somebody. */
@Component
record SubmissionView(
        Submissions submissions,
        UnitStatements statements,
        Plausibility plausibility,
        Indicators indicators,
        Attachments attachments,
        DisplayNames wording) {

    /**
     * What somebody just tried; {@link #NOTHING} when they only look.
     *
     * @param typed a submission as it was typed, or null
     * @param decision as it was typed, or null
     */
    record Attempt(
            @Nullable Form<?> typed,
            boolean stale,
            @Nullable Form<?> decision) {
        static final Attempt NOTHING = new Attempt(null, false, null);
        static final Attempt STALE = new Attempt(null, true, null);

        static Attempt writing(Form<?> typed, boolean stale) {
            return new Attempt(typed, stale, null);
        }
    }

    SubmissionPage page(Actor actor, Texts t, Submission of, Attempt attempt) {
        Period before = of.period().previous();
        var holding = statements.holding(of.unit(), List.of(of.period(), before), of.synthetic());
        var now = java.util.Objects.requireNonNull(holding.get(of.period()));
        boolean redrawn = plausibility.redrawn(of.unit(), before, of.period());
        // what the code stood for then is another place
        Map<String, Statement> then = redrawn ? Map.of() : java.util.Objects.requireNonNull(holding.get(before));
        List<Statement> lines = statements.ofSubmissions(List.of(of.id()));
        List<Indicator> owed = submissions.reportedBy(of.unit(), of.period());
        boolean writes = of.state().open() && submissions.may(actor, SteeringRoles.REPORTER, of);
        boolean decides =
                of.state() == Submission.State.SUBMITTED && submissions.may(actor, SteeringRoles.REVIEWER, of);
        String file = attachments.name(of.document());
        Plausibility.Beside beside =
                writes || decides ? plausibility.beside(List.of(of.unit()), of.period(), of.synthetic()) : null;
        var shownLines = lines(t, lines, now, then, decides ? beside : null);
        var stated = lines.stream().map(Statement::indicator).collect(Collectors.toSet());
        return new SubmissionPage(
                of.id(),
                of.version(),
                wording.name(t, of.unit(), of.period().to()),
                DisplayNames.name(t, of.period()),
                wording.path(t, of.unit(), of.period(), of.period().to()),
                of.state(),
                of.synthetic(),
                of.document() == null ? "" : of.document().citation(),
                of.document() == null ? null : of.document().issuedOn(),
                of.document() == null || of.document().file() == null ? null : "/submissions/" + of.id() + "/document",
                file,
                of.note(),
                of.reason(),
                redrawn,
                shownLines,
                owed.stream()
                        .filter(it -> !stated.contains(it.code()))
                        .map(it -> DisplayNames.name(t, it))
                        .toList(),
                decides
                                && (of.document() == null
                                        || (of.document().file() == null
                                                && of.note().isBlank()))
                        ? List.of(t.of("review.odd.no-file"))
                        : List.of(),
                submissions.steps(of.id()),
                of.state() == Submission.State.SUBMITTED && submissions.may(actor, SteeringRoles.REPORTER, of),
                writes,
                decides,
                of.state() == Submission.State.SUBMITTED
                        && actor.holds(SteeringRoles.REVIEWER)
                        && submissions.stated(actor, of),
                attempt.decision() == null ? Form.blank(t, Map.of()) : attempt.decision(),
                writes && beside != null ? form(t, of, lines, owed, now, then, file, attempt, beside) : null,
                attempt.stale(),
                attempt.typed() == null || writes ? List.of() : lost(t, attempt.typed(), owed),
                of.state() == Submission.State.ACCEPTED && submissions.may(actor, SteeringRoles.REVIEWER, of)
                        ? DisplayNames.publish(of.unit(), of.period())
                        : null);
    }

    private List<SubmissionPage.Line> lines(
            Texts t,
            List<Statement> lines,
            Map<String, Statement> now,
            Map<String, Statement> then,
            Plausibility.@Nullable Beside beside) {
        Map<String, Indicator> byCode = new HashMap<>();
        for (Indicator it : indicators.all()) byCode.put(it.code(), it);
        var shown = new ArrayList<SubmissionPage.Line>();
        for (Statement line : lines) {
            Indicator it = byCode.get(line.indicator());
            if (it == null) continue;
            Statement holds = now.get(line.indicator());
            if (holds != null && holds.id().equals(line.id())) holds = null;
            Statement before = then.get(line.indicator());
            shown.add(new SubmissionPage.Line(
                    DisplayNames.name(t, it),
                    it.pillar().name(),
                    "/statements/" + line.id(),
                    StatementFormat.quantity(line, it),
                    line.numerator(),
                    line.denominator(),
                    RatioParts.of(t, it).orElse(null),
                    line.provenance(),
                    line.asOf(),
                    line.quote(),
                    holds == null ? null : StatementFormat.quantity(holds, it),
                    before == null ? null : StatementFormat.quantity(before, it),
                    change(line, before, it),
                    beside == null ? List.of() : oddities(t, line, it, beside)));
        }
        return shown;
    }

    private static @Nullable Growth change(Statement line, @Nullable Statement before, Indicator it) {
        Quantity now = StatementFormat.quantity(line, it);
        Quantity then = before == null ? null : StatementFormat.quantity(before, it);
        return now == null || then == null ? null : Growth.of(then, now);
    }

    private static List<String> oddities(Texts t, Statement line, Indicator it, Plausibility.Beside beside) {
        BigDecimal value = line.shown(it);
        var odd = new ArrayList<String>();
        if (value != null)
            for (Plausibility.Mark mark : beside.marks(line.unit(), it, value)) odd.add(OddWords.sentence(t, it, mark));
        if (line.numerator() != null
                && line.denominator() != null
                && line.numerator().compareTo(line.denominator()) > 0) odd.add(t.of("review.odd.more-than-all"));
        return odd;
    }

    /** Lists the questions about a typed number; a number that cannot be read has none. */
    private static List<String> questions(
            Texts t, Submission of, Indicator it, TypedLine line, Plausibility.Beside beside) {
        BigDecimal value = it.aggregation() == Indicator.Aggregation.RATIO
                ? line.share(it)
                : it.value(line.value()).orNull();
        return value == null || (line.value().isEmpty() && line.numerator().isEmpty())
                ? List.of()
                : beside.marks(of.unit(), it, value).stream()
                        .map(mark -> OddWords.question(t, it, mark))
                        .toList();
    }

    private static SubmissionPage.Writing form(
            Texts t,
            Submission of,
            List<Statement> lines,
            List<Indicator> owed,
            Map<String, Statement> now,
            Map<String, Statement> then,
            String file,
            Attempt attempt,
            Plausibility.Beside beside) {
        Form<?> stored = Form.blank(t, SubmissionForm.fields(of, lines, file));
        Form<?> typed = attempt.typed() == null ? stored : attempt.typed();
        var names = new HashMap<String, String>();
        var blocks = new ArrayList<SubmissionPage.Block>();
        for (Indicator it : owed) {
            names.put(it.code(), DisplayNames.name(t, it));
            TypedLine line = TypedLine.of(typed, it.code());
            TypedLine saved = TypedLine.of(stored, it.code());
            Statement holds = now.get(it.code());
            Statement before = then.get(it.code());
            boolean differs = attempt.stale() && !line.equals(saved) && (line.numbers() || saved.numbers());
            blocks.add(new SubmissionPage.Block(
                    it.code(),
                    DisplayNames.name(t, it),
                    it.pillar().name(),
                    unit(t, it),
                    t.either(it.definitionVi(), it.definitionEn()),
                    it.aggregation() == Indicator.Aggregation.RATIO,
                    it.inPercent(),
                    RatioParts.of(t, it).orElse(null),
                    !line.quote().isEmpty()
                            || line.provenance() == Provenance.SURVEYED
                            || typed.faults().stream()
                                    .anyMatch(fault -> fault.field()
                                            .matches("(asOf|provenance|quote)\\."
                                                    + java.util.regex.Pattern.quote(it.code()))),
                    understood(t, it.value(line.value())),
                    understood(t, VietnameseNumbers.whole(line.numerator())),
                    understood(t, VietnameseNumbers.whole(line.denominator())),
                    share(t, line, it),
                    holds == null ? null : text(t, holds, it),
                    before == null ? null : text(t, before, it),
                    before == null ? null : plain(StatementFormat.quantity(before, it)),
                    differs ? saved(t, saved) : null,
                    questions(t, of, it, line, beside),
                    beside.usual(of.unit(), it)));
        }
        List<Fault> summary = typed.faults().stream()
                .map(fault -> {
                    int dot = fault.field().indexOf('.');
                    String name = dot < 0 ? null : names.get(fault.field().substring(dot + 1));
                    return name == null ? fault : new Fault(fault.field(), name + ": " + fault.message());
                })
                .toList();
        return new SubmissionPage.Writing(typed, blocks, summary);
    }

    private static @Nullable String plain(@Nullable Quantity of) {
        return of == null ? null : of.value().toPlainString();
    }

    private static List<SubmissionPage.Lost> lost(Texts t, Form<?> typed, List<Indicator> owed) {
        var lost = new ArrayList<SubmissionPage.Lost>();
        for (Indicator it : owed) {
            TypedLine line = TypedLine.of(typed, it.code());
            if (line.numbers() || !line.quote().isEmpty())
                lost.add(new SubmissionPage.Lost(DisplayNames.name(t, it), saved(t, line)));
        }
        String note = typed.text("note");
        if (!note.isEmpty()) lost.add(new SubmissionPage.Lost(t.of("submission.note"), note));
        return lost;
    }

    private static String saved(Texts t, TypedLine line) {
        String number = line.numerator().isEmpty() && line.denominator().isEmpty()
                ? line.value()
                : line.numerator() + " / " + line.denominator();
        String all = number + (line.quote().isEmpty() ? "" : " · “" + line.quote() + "”");
        return all.isEmpty() ? t.of("submission.nothing") : all;
    }

    private static String unit(Texts t, Indicator it) {
        return it.aggregation() == Indicator.Aggregation.RATIO
                ? ""
                : Quantity.of(BigDecimal.ONE, it.measure()).unit(t);
    }

    private static String text(Texts t, Statement line, Indicator it) {
        Quantity quantity = StatementFormat.quantity(line, it);
        if (quantity == null) return "";
        return line.numerator() == null || line.denominator() == null || quantity.fraction()
                ? quantity.text(t)
                : quantity.text(t) + " (" + t.number(line.numerator()) + "/" + t.number(line.denominator()) + ")";
    }

    private static @Nullable String understood(Texts t, Parsed<BigDecimal> typed) {
        return typed.value().map(number -> t.number(number, 6)).orElse(null);
    }

    private static @Nullable String share(Texts t, TypedLine line, Indicator it) {
        BigDecimal share = line.share(it);
        return share == null ? null : t.number(share) + (it.inPercent() ? "%" : "");
    }
}

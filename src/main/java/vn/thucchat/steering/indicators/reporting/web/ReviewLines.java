package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.reporting.Plausibility;
import vn.thucchat.steering.indicators.reporting.Rounds;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;

/** Reads what waits for a reviewer as lines of a table: everything of a group at once, however many units it has. */
@Component
record ReviewLines(
        Submissions submissions,
        UnitStatements statements,
        Rounds rounds,
        Plausibility plausibility,
        Indicators indicators,
        Units units) {

    /** Submissions of all groups that are looked at, the longest waiting: a province has some hundred. */
    private static final int MOST = 2_000;

    /** Order of indicators in the dictionary. */
    private static final Comparator<Indicator> ORDER =
            Comparator.comparingInt(Indicator::sort).thenComparing(Indicator::code);

    /**
     * A submission that waits.
     *
     * @param name of the unit
     * @param parent the unit above it, on the last day of the period
     * @param cells by the indicator's code
     * @param paper whether the document can be opened, or the note says why not
     * @param own whether the reviewer stated it, and so may not decide
     * @param missing what rounds of the period call for, and the unit stated neither here nor before
     * @param redrawn whether the unit's territory changed since the period of the year before
     */
    record Line(
            Submission of,
            String name,
            @Nullable Unit parent,
            Map<String, Cell> cells,
            boolean paper,
            boolean own,
            List<Indicator> missing,
            boolean redrawn) {

        /** Whether nothing is to be looked at twice. */
        boolean clean() {
            return !own && paper && marks() == 0;
        }

        int marks() {
            return cells.values().stream().mapToInt(cell -> cell.marks().size()).sum()
                    + (paper ? 0 : 1)
                    + (missing.isEmpty() ? 0 : 1);
        }

        /** What is odd, in sentences. */
        List<String> oddities(Texts t) {
            var all = new ArrayList<String>();
            if (!paper) all.add(t.of("review.odd.no-file"));
            if (!missing.isEmpty())
                all.add(t.of("review.odd.missing", t.number(missing.size())) + ": "
                        + missing.stream().map(it -> DisplayNames.name(t, it)).collect(Collectors.joining(", ")));
            for (Cell cell : cells.values())
                for (Plausibility.Mark mark : cell.marks())
                    all.add(DisplayNames.name(t, cell.of()) + ": " + OddWords.sentence(t, cell.of(), mark));
            if (own) all.add(t.of("review.own-work"));
            return all;
        }
    }

    /**
     * A number of a submission.
     *
     * @param change from the same period of the year before; null where nothing is known of it
     */
    record Cell(Indicator of, Quantity value, @Nullable Growth change, List<Plausibility.Mark> marks) {}

    /** What waits, by group: the group that has waited longest first. */
    Map<ReviewGroup, List<Submission>> waiting(Actor reviewer) {
        return grouped(submissions.waiting(reviewer, null, MOST));
    }

    Map<ReviewGroup, List<Submission>> grouped(Collection<Submission> all) {
        var groups = new LinkedHashMap<ReviewGroup, List<Submission>>();
        for (Submission it : all)
            groups.computeIfAbsent(new ReviewGroup(it.period(), level(it), it.synthetic()), _ -> new ArrayList<>())
                    .add(it);
        return groups;
    }

    private UnitKind.Level level(Submission it) {
        return units.nearest(it.unit(), it.period().to())
                .map(unit -> unit.kind().level())
                .orElse(UnitKind.Level.COMMUNE);
    }

    /** The lines of submissions of one group, in their order. */
    List<Line> lines(Actor reviewer, Texts t, ReviewGroup group, List<Submission> of) {
        if (of.isEmpty()) return List.of();
        List<UUID> ids = of.stream().map(Submission::id).toList();
        List<UnitCode> about = of.stream().map(Submission::unit).distinct().toList();
        var own = submissions.statedBy(reviewer, ids);
        Map<String, Indicator> byCode =
                indicators.all().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        Plausibility.Beside beside = plausibility.beside(about, group.period(), group.synthetic());
        var cells = new HashMap<UUID, Map<String, Cell>>();
        for (Statement line : statements.ofSubmissions(ids)) {
            Indicator it = byCode.get(line.indicator());
            Quantity value = it == null ? null : StatementFormat.quantity(line, it);
            if (it == null || value == null || !line.period().equals(group.period())) continue;
            cells.computeIfAbsent(line.submission(), _ -> new LinkedHashMap<>())
                    .put(it.code(), cell(beside, line.unit(), it, value));
        }
        Map<UnitCode, List<Indicator>> unstated = unstated(about, group, byCode);
        return of.stream()
                .map(it -> {
                    Map<String, Cell> stated = cells.getOrDefault(it.id(), Map.of());
                    List<Indicator> missing = unstated.getOrDefault(it.unit(), List.of()).stream()
                            .filter(owed -> !stated.containsKey(owed.code()))
                            .toList();
                    return line(t, it, stated, own.contains(it.id()), missing, beside.redrawn(it.unit()));
                })
                .toList();
    }

    /** What rounds call for, units of the level still state and was not accepted yet, by unit, in the dictionary's order. */
    private Map<UnitCode, List<Indicator>> unstated(
            List<UnitCode> about, ReviewGroup group, Map<String, Indicator> byCode) {
        var owed = rounds.owed(about, group.period(), group.synthetic());
        if (owed.isEmpty()) return Map.of();
        var holding = statements.holding(about, group.period(), group.synthetic());
        var unstated = new HashMap<UnitCode, List<Indicator>>();
        owed.forEach((unit, codes) -> unstated.put(
                unit,
                codes.stream()
                        .filter(code -> !holding.getOrDefault(unit, Map.of()).containsKey(code))
                        .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
                        .filter(it -> it.active() && it.reportedBy() == group.level())
                        .sorted(ORDER)
                        .toList()));
        return unstated;
    }

    private static Cell cell(Plausibility.Beside beside, UnitCode unit, Indicator it, Quantity value) {
        BigDecimal before = beside.lastYear(unit, it);
        return new Cell(
                it,
                value,
                before == null ? null : Growth.of(Quantity.of(before, it.measure()), value),
                beside.marks(unit, it, value.value()));
    }

    private Line line(
            Texts t, Submission it, Map<String, Cell> cells, boolean own, List<Indicator> missing, boolean redrawn) {
        Unit unit = units.nearest(it.unit(), it.period().to()).orElse(null);
        UnitCode above = unit == null ? null : unit.parent();
        Document document = it.document();
        return new Line(
                it,
                unit == null ? it.unit().value() : DisplayNames.name(t, unit),
                above == null ? null : units.nearest(above, it.period().to()).orElse(null),
                cells,
                document != null && (document.file() != null || !it.note().isBlank()),
                own,
                missing,
                redrawn);
    }

    /** The indicators that the lines have numbers of, in the order of the dictionary. */
    static List<Indicator> columns(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.cells().values().stream())
                .map(Cell::of)
                .distinct()
                .sorted(ORDER)
                .toList();
    }
}

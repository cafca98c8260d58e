package vn.thucchat.steering.indicators.reporting.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.web.ReviewLines.Line;

/** The reviewer's desk: what waits, as a table of units and indicators with what is odd in it. */
@Controller
record ReviewTableController(
        ReviewLines lines, UnitStatements statements, DisplayNames wording, Pages pages, InstantSource clock) {

    /** On a phone, where each takes a quarter of a screen, more would be too long a page to decide on. */
    private static final int ROWS = 10;

    private static final int MOST_UNPUBLISHED = 50;

    @GetMapping(ReviewQuery.PATH)
    @Allow(SteeringRoles.REVIEWER)
    View table(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "false") boolean odd,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = ReviewOrder.WAITING) String sort,
            @RequestParam(required = false) @Nullable UUID next,
            Cursor cursor) {
        Map<ReviewGroup, List<Submission>> groups = lines.waiting(actor);
        ReviewGroup chosen = chosen(groups, group);
        List<Line> all =
                chosen == null ? List.of() : lines.lines(actor, t, chosen, groups.getOrDefault(chosen, List.of()));
        List<Indicator> columns = ReviewLines.columns(all);
        ReviewOrder order =
                ReviewOrder.read(sort, columns.stream().map(Indicator::code).toList());
        var query = new ReviewQuery(chosen == null ? "" : chosen.toString(), parent, odd, q, order.toString());
        List<Line> left = query.filter(all).stream().sorted(order.comparator()).toList();
        // the last of a page was decided on: the page before is shown
        long from = Math.min(cursor.number(0, 0), Math.max(0, (left.size() - 1) / ROWS * ROWS));
        String here = from == 0 ? "" : Cursor.of(from);
        Slice<Line> part = Slice.part(left, Cursor.read(here), ROWS);
        List<Option> parents = parents(t, all);
        int clean = (int) left.stream().filter(Line::clean).count();
        return pages.show(
                "steering/indicators/reporting/review",
                new ReviewPage(
                        Table.of(ReviewQuery.PATH, headings(t, columns), Cursor.read(here), part)
                                .filtered("group", query.group(), query.group())
                                .filtered("parent", parent)
                                .filtered("odd", odd ? "true" : "")
                                .filtered("q", q)
                                .sorted(query.sort())
                                .choosing(new Link("/review/accept", t.of("review.accept"))),
                        groups.keySet().stream()
                                .map(it -> new Option(it.toString(), it.name(t)))
                                .toList(),
                        parents,
                        all.size(),
                        (int) all.stream().filter(line -> !line.clean()).count(),
                        clean,
                        clean == 0 ? null : query.address("/review/accept", ""),
                        query.address(ReviewQuery.PATH, here),
                        rows(t, left, part.items(), columns, !parents.isEmpty(), next),
                        statements.unpublished(actor, MOST_UNPUBLISHED).stream()
                                .map(it -> new ReviewPage.Unpublished(
                                        DisplayNames.publish(it.unit(), it.period()),
                                        wording.name(t, it.unit(), it.period().to()),
                                        DisplayNames.name(t, it.period()),
                                        it.statements()))
                                .toList()));
    }

    /** What the address names, or the group that waits longest; null where nothing waits. */
    private static @Nullable ReviewGroup chosen(Map<ReviewGroup, List<Submission>> groups, String text) {
        if (!text.isEmpty()) {
            ReviewGroup named = ReviewGroup.read(text).orElseThrow(() -> Problem.bad("group", "form.choose"));
            if (groups.containsKey(named)) return named;
        }
        return groups.keySet().stream().findFirst().orElse(null);
    }

    private static List<Table.Column> headings(Texts t, List<Indicator> columns) {
        var headings = new ArrayList<Table.Column>();
        headings.add(new Table.Column("review.unit", "", ReviewOrder.UNIT, false));
        for (Indicator it : columns)
            headings.add(Table.Column.named(DisplayNames.name(t, it), ReviewOrder.VALUE + it.code()));
        headings.add(new Table.Column("review.odd", "", ReviewOrder.ODD, false));
        headings.add(new Table.Column("review.waits", "", ReviewOrder.WAITING, true));
        headings.add(Table.Column.of("review.decide"));
        return headings;
    }

    /** The units above, where there are several to choose from. */
    private static List<Option> parents(Texts t, List<Line> all) {
        var parents = new LinkedHashMap<String, Option>();
        for (Line line : all)
            if (line.parent() != null)
                parents.putIfAbsent(
                        line.parent().code().value(),
                        new Option(line.parent().code().value(), DisplayNames.name(t, line.parent())));
        return RoundUnits.choices(t, parents);
    }

    /** @param above whether the unit above tells rows apart */
    private List<ReviewPage.Row> rows(
            Texts t, List<Line> left, List<Line> shown, List<Indicator> columns, boolean above, @Nullable UUID chosen) {
        Instant now = clock.instant();
        var rows = new ArrayList<ReviewPage.Row>();
        int at = shown.isEmpty() ? 0 : left.indexOf(shown.getFirst());
        for (Line line : shown) {
            Submission it = line.of();
            UUID next = at + 1 < left.size()
                    ? left.get(at + 1).of().id()
                    : at > 0 ? left.get(at - 1).of().id() : null;
            Instant since = it.submittedAt() == null ? it.createdAt() : it.submittedAt();
            rows.add(new ReviewPage.Row(
                    it.id(),
                    it.version(),
                    line.name(),
                    above && line.parent() != null ? DisplayNames.name(t, line.parent()) : null,
                    line.redrawn(),
                    Duration.between(since, now).toDays(),
                    cells(t, line, columns),
                    odd(t, line),
                    line.own(),
                    next,
                    it.id().equals(chosen)));
            at++;
        }
        return rows;
    }

    private static List<String> odd(Texts t, Line line) {
        var odd = new ArrayList<String>();
        if (!line.paper()) odd.add(t.of("review.odd.paper"));
        if (!line.missing().isEmpty())
            odd.add(t.of("review.odd.missing", t.number(line.missing().size())));
        if (line.own()) odd.add(t.of("review.odd.own"));
        return odd;
    }

    private static List<ReviewPage.@Nullable Cell> cells(Texts t, Line line, List<Indicator> columns) {
        var cells = new ArrayList<ReviewPage.@Nullable Cell>();
        for (Indicator column : columns) cells.add(cell(t, line, column));
        return cells;
    }

    private static ReviewPage.@Nullable Cell cell(Texts t, Line line, Indicator column) {
        ReviewLines.Cell cell = line.cells().get(column.code());
        return cell == null
                ? null
                : new ReviewPage.Cell(
                        DisplayNames.name(t, column),
                        cell.value(),
                        cell.change() == null || cell.change().sign() == 0
                                ? null
                                : cell.change().text(t),
                        cell.marks().stream()
                                .map(mark -> OddWords.brief(t, column, mark))
                                .toList());
    }
}

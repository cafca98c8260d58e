package vn.thucchat.steering.indicators.reporting.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.ChosenRows;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.web.ReviewLines.Line;

/** Accepts many submissions at once, after a look: only such as have nothing odd and are still as they were seen. */
@Controller
record ReviewBulkController(ReviewLines lines, Submissions submissions, Pages pages) {

    /** Of one look: as many as a form of chosen rows may send. */
    private static final int MOST = 200;

    /** The chosen ones, or, where none is chosen, all that the table's filters leave. */
    @GetMapping("/review/accept")
    @Allow(SteeringRoles.REVIEWER)
    View look(
            Actor actor,
            Texts t,
            @RequestParam(required = false) @Nullable List<UUID> chosen,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "false") boolean odd,
            @RequestParam(defaultValue = "") String q) {
        if (chosen == null && group.isEmpty()) throw Problem.bad("chosen", "table.chosen.fault");
        var query = new ReviewQuery(group, parent, odd, q, "");
        List<Line> all = new ArrayList<>();
        for (var entry : lines.waiting(actor).entrySet()) {
            List<Submission> of = entry.getValue().stream()
                    .filter(it -> chosen == null || chosen.contains(it.id()))
                    .toList();
            if (chosen == null && !entry.getKey().toString().equals(group)) continue;
            List<Line> found = lines.lines(actor, t, entry.getKey(), of);
            all.addAll(chosen == null ? query.filter(found) : found);
        }
        List<Line> clean = all.stream().filter(Line::clean).limit(MOST).toList();
        List<Line> out = all.stream().filter(line -> !line.clean()).toList();
        return pages.show(
                "steering/indicators/reporting/review-accept",
                new ReviewAcceptPage(
                        clean.stream().map(line -> row(t, line)).toList(),
                        out.stream().map(line -> row(t, line)).toList(),
                        all.size() - clean.size() - out.size(),
                        chosen == null ? 0 : Set.copyOf(chosen).size() - all.size(),
                        chosen == null ? query.address(ReviewQuery.PATH, "") : ReviewQuery.PATH));
    }

    private static ReviewAcceptPage.Row row(Texts t, Line line) {
        return new ReviewAcceptPage.Row(
                line.of().id(),
                line.of().version(),
                line.name(),
                Stream.concat(
                                line.cells().values().stream()
                                        .map(cell -> DisplayNames.name(t, cell.of()) + ": "
                                                + cell.value().text(t)),
                                line.redrawn() ? Stream.of(t.of("review.redrawn.brief")) : Stream.empty())
                        .toList(),
                line.oddities(t));
    }

    /**
     * Each is looked at again: what was changed or decided on meanwhile, or has become odd, is counted as left out. Of a
     * form that was sent before it is told that its submissions are accepted.
     *
     * @param version of each that was seen, in the order of the chosen
     */
    @PostMapping("/review/accepted")
    @Allow(SteeringRoles.REVIEWER)
    View accept(
            Actor actor,
            Texts t,
            Form<ChosenRows> form,
            @RequestParam(defaultValue = "") List<Integer> version,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        List<UUID> chosen = ChosenRows.of(form);
        if (version.size() != chosen.size()) throw Problem.bad("chosen", "table.chosen.fault");
        var seen = new HashMap<UUID, Integer>();
        for (int i = 0; i < chosen.size(); i++) seen.put(chosen.get(i), version.get(i));
        int before = submissions.accepted(actor.account(), seen);
        List<UUID> still = still(actor, t, seen);
        int now = ChosenRows.each(still, id -> submissions.accept(actor, id, seen.getOrDefault(id, 0)));
        return flash.then(
                now == 0 && before > 0 ? "review.accepted-before" : "review.accepted-many",
                List.of(before + now, chosen.size() - before - now),
                ReviewQuery.back(back, null));
    }

    /** Those that wait as they were seen, with nothing odd. */
    private List<UUID> still(Actor actor, Texts t, Map<UUID, Integer> seen) {
        var still = new ArrayList<UUID>();
        lines.waiting(actor).forEach((group, waiting) -> {
            List<Submission> of = waiting.stream()
                    .filter(it -> seen.getOrDefault(it.id(), -1) == it.version())
                    .toList();
            for (Line line : lines.lines(actor, t, group, of))
                if (line.clean()) still.add(line.of().id());
        });
        return still;
    }
}

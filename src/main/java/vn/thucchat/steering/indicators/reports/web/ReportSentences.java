package vn.thucchat.steering.indicators.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.TargetStatus;
import vn.thucchat.steering.indicators.reports.ReportContents;
import vn.thucchat.steering.indicators.reports.ReportOrder;

/** What the figures of a report come to, in sentences. */
@Component
record ReportSentences(DisplayNames wording) {

    private static final int NAMED = 40;

    /** Units named for being behind: a list of all says nothing of any. */
    private static final int WORST = 10;

    String name(Texts t, ReportContents of) {
        ReportOrder order = of.report().order();
        return wording.name(t, order.unit(), order.period().to());
    }

    /** {@code 6 tháng đầu năm 2022}, {@code quý 2 năm 2022}. */
    static String inSentence(String period) {
        return period.substring(0, 1).toLowerCase(Locale.of("vi")) + period.substring(1);
    }

    /** How a figure is known: {@code đơn vị báo cáo (suy ra) · MINH HỌA}. */
    static String source(Texts t, Figure it) {
        return t.of("download.provenance." + it.provenance())
                + (it.derivation().isEmpty() ? "" : " " + derived(t))
                + (it.synthetic() ? " · " + t.of("paper.synthetic") : "");
    }

    static String derived(Texts t) {
        return "(" + t.of("badge.derived") + ")";
    }

    /** How many indicators, which reached their plan and which did not, and who says so. */
    List<String> summary(Texts t, ReportContents of) {
        List<Assessment> all = of.figures();
        List<Assessment> reached = filtered(all, each -> FigureFormat.standing(each) == TargetStatus.REACHED);
        List<Assessment> onTrack = filtered(all, each -> FigureFormat.standing(each) == TargetStatus.ON_TRACK);
        List<Assessment> behind = filtered(all, each -> FigureFormat.standing(each) == TargetStatus.BEHIND);
        long unjudged = count(all, each -> FigureFormat.standing(each) == TargetStatus.UNJUDGED);
        int judged = reached.size() + onTrack.size() + behind.size();
        var said = new ArrayList<String>();
        said.add(t.of(
                judged == 0 ? "paper.all.no-plan" : "paper.all",
                t.number(all.size()),
                name(t, of),
                inSentence(DisplayNames.name(t, of.report().order().period())),
                t.number(judged),
                t.number(reached.size()),
                t.number(onTrack.size()),
                t.number(behind.size())));
        if (!reached.isEmpty()) said.add(t.of("paper.reached", list(t, reached)));
        if (!onTrack.isEmpty()) said.add(t.of("paper.on-track", list(t, onTrack)));
        if (unjudged > 0) said.add(t.of("paper.unjudged", t.number(unjudged)));
        if (!behind.isEmpty()) said.add(t.of("paper.behind", list(t, behind)));
        long up = count(all, each -> grown(each) > 0);
        long down = count(all, each -> grown(each) < 0);
        if (up + down > 0) said.add(t.of("paper.change", t.number(up), t.number(down)));
        said.add(t.of(
                "paper.sources",
                t.number(from(all, Provenance.MEASURED)),
                t.number(from(all, Provenance.REPORTED)),
                t.number(from(all, Provenance.SURVEYED))));
        long derived = count(
                all,
                each -> !each.figure().derivation().isEmpty()
                        || (each.target() != null && !each.target().derivation().isEmpty()));
        if (derived > 0) said.add(t.of("paper.some-derived", t.number(derived)));
        long synthetic = count(all, each -> each.figure().synthetic());
        if (synthetic > 0) said.add(t.of("paper.some-synthetic", t.number(synthetic), t.number(all.size())));
        return said;
    }

    /** Units that miss targets, and those that owe figures. */
    List<String> late(Texts t, ReportContents of) {
        if (of.below() == 0) return List.of(t.of("paper.late.alone"));
        var said = new ArrayList<String>();
        if (of.known() == 0) said.add(t.of("paper.late.unknown", t.number(of.below())));
        else if (of.behind().isEmpty()) said.add(t.of("paper.late.nobody", t.number(of.known()), t.number(of.below())));
        else said.add(behind(t, of));
        for (ReportContents.Owing owing : of.rounds())
            said.add(t.of(
                    owing.incomplete().isEmpty() ? "paper.late.complete" : "paper.late.owing",
                    owing.round().name(),
                    t.number(owing.complete()),
                    t.number(owing.complete() + owing.incomplete().size()),
                    t.date(owing.round().due()),
                    names(t, owing.incomplete())));
        if (of.rounds().isEmpty()) said.add(t.of("paper.late.no-round"));
        return said;
    }

    /** How many units are behind in most of what they are judged by, the worst of them by name; and how many in less. */
    private static String behind(Texts t, ReportContents of) {
        List<ReportContents.Behind> most = of.behind().stream()
                .filter(each -> 2 * each.missed() > each.planned())
                .toList();
        String counts = t.of(
                "paper.late.behind",
                t.number(of.known()),
                t.number(of.below()),
                t.number(most.size()),
                t.number(of.behind().size() - most.size()),
                t.number(of.known() - of.behind().size()));
        if (most.isEmpty()) return counts + ".";
        return counts
                + t.of(
                        "paper.late.most",
                        most.stream()
                                .limit(WORST)
                                .map(each -> t.of(
                                        "paper.late.unit",
                                        DisplayNames.name(t, each.unit()),
                                        t.number(each.missed()),
                                        t.number(each.planned())))
                                .collect(Collectors.joining("; ")));
    }

    private static String list(Texts t, List<Assessment> of) {
        return of.stream()
                .map(each -> {
                    Quantity value = FigureFormat.quantity(each.figure(), each.indicator());
                    Against against = FigureFormat.against(each);
                    return value == null || against == null
                            ? each.indicator().nameVi()
                            : t.of(
                                    "paper.one",
                                    each.indicator().nameVi(),
                                    value.text(t),
                                    against.plan().text(t),
                                    inSentence(against.verdict(t)));
                })
                .collect(Collectors.joining("; "));
    }

    private static String names(Texts t, List<Unit> units) {
        String named = units.stream()
                .limit(NAMED)
                .map(unit -> DisplayNames.name(t, unit))
                .collect(Collectors.joining(", "));
        return units.size() <= NAMED
                ? named
                : named + " " + t.of("paper.late.others", t.number((long) units.size() - NAMED));
    }

    private static int grown(Assessment of) {
        Growth growth = FigureFormat.growth(of);
        return growth == null ? 0 : growth.sign();
    }

    private static List<Assessment> filtered(List<Assessment> of, Predicate<Assessment> which) {
        return of.stream().filter(which).toList();
    }

    private static long count(List<Assessment> of, Predicate<Assessment> which) {
        return of.stream().filter(which).count();
    }

    private static long from(List<Assessment> of, Provenance provenance) {
        return count(of, each -> each.figure().provenance() == provenance);
    }
}

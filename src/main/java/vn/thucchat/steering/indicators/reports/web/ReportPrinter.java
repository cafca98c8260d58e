package vn.thucchat.steering.indicators.reports.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.PaperData;
import vn.thucchat.foundation.papers.PaperHead;
import vn.thucchat.foundation.papers.Papers;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.reports.ReportContents;
import vn.thucchat.steering.indicators.reports.ReportOrder;

/** Writes a report as paper and as spreadsheet; always in Vietnamese, the language of administration. */
@Component
class ReportPrinter {

    private static final String NONE = "–";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String[] SECTIONS = {"II", "III", "IV", "V"};

    private final FigureSheets sheets;
    private final ReportSentences sentences;
    private final ReportPictureBuilder drawings;
    private final Pages pages;
    private final InstantSource clock;
    private final Texts t;

    ReportPrinter(
            FigureSheets sheets,
            ReportSentences sentences,
            ReportPictureBuilder drawings,
            Pages pages,
            InstantSource clock,
            MessageSource messages) {
        this.sheets = sheets;
        this.sentences = sentences;
        this.drawings = drawings;
        this.pages = pages;
        this.clock = clock;
        this.t = new Texts(messages, Locale.of("vi"));
    }

    /** The figures alone; what the check is of. */
    byte[] csv(ReportContents of) {
        return sheets.csv(t, of.figures());
    }

    byte[] xlsx(ReportContents of, String check) {
        ReportOrder order = of.report().order();
        return sheets.xlsx(
                t,
                Stream.of(
                                note("paper.sheet.title", t.of("paper.kind") + " " + subject(order)),
                                note("paper.sheet.unit", sentences.name(t, of)),
                                note("paper.sheet.period", DisplayNames.name(t, order.period())),
                                note("paper.sheet.number", t.of("papers.number", order.number())),
                                note("paper.sheet.date", t.date(order.date())),
                                note(
                                        "paper.sheet.record",
                                        sheets.address(of.report().path())),
                                note("paper.sheet.check", check),
                                note("paper.sheet.mark", Objects.requireNonNullElse(mark(of), "")))
                        .filter(note -> !note.content().isEmpty())
                        .toList(),
                of.figures());
    }

    /** The paper, which carries its figures inside. */
    byte[] pdf(ReportContents of, byte[] csv, String check) {
        ReportOrder order = of.report().order();
        var paper = new ReportPaper(
                head(of),
                paragraphs(order.opening()),
                sentences.summary(t, of),
                drawings.of(t, of),
                sections(of),
                sentences.late(t, of),
                of.explanations().stream()
                        .map(each -> new ReportPaper.Answer(
                                of.figures().stream()
                                        .map(Assessment::indicator)
                                        .filter(it -> it.code().equals(each.indicator()))
                                        .map(Indicator::nameVi)
                                        .findFirst()
                                        .orElse(each.indicator()),
                                each.question(),
                                each.answer()))
                        .toList(),
                paragraphs(order.closing()),
                new ReportPaper.Proof(check, sheets.address(of.report().path() + ".csv")));
        var figures = new PaperData("so-lieu.csv", "text/csv", t.of("paper.data"), csv, clock.instant());
        return Papers.pdf(pages.paper("steering/indicators/reports/report-paper", t, paper), List.of(figures));
    }

    private FigureSheets.Note note(String key, String content) {
        return new FigureSheets.Note(t.of(key), content);
    }

    private PaperHead head(ReportContents of) {
        ReportOrder order = of.report().order();
        return new PaperHead(
                empty(order.superior()),
                order.agency(),
                // room for the number that the registry writes
                order.number().startsWith("/") ? "          " + order.number() : order.number(),
                order.place(),
                order.date(),
                t.of("paper.kind"),
                subject(order),
                empty(order.addressee()),
                new PaperHead.Signature(empty(order.authority()), order.position(), order.signer()),
                order.recipients(),
                mark(of),
                URI.create(sheets.address(of.report().path())));
    }

    private String subject(ReportOrder order) {
        return t.of("paper.subject", ReportSentences.inSentence(DisplayNames.name(t, order.period())));
    }

    private @Nullable String mark(ReportContents of) {
        if (of.synthetic()) return t.of("paper.mark.synthetic");
        return of.report().onTrial() ? t.of("paper.mark.trial") : null;
    }

    private List<ReportPaper.Section> sections(ReportContents of) {
        var sections = new ArrayList<ReportPaper.Section>();
        int number = 0;
        // what several figures have in common is noted once
        var noted = new LinkedHashMap<String, Integer>();
        for (Indicator.Pillar pillar : Indicator.Pillar.values()) {
            var lines = new ArrayList<ReportPaper.Line>();
            var notes = new ArrayList<ReportPaper.Note>();
            for (Assessment each : of.figures()) {
                if (each.indicator().pillar() != pillar) continue;
                String said = said(each);
                if (!said.isEmpty() && !noted.containsKey(said)) {
                    noted.put(said, noted.size() + 1);
                    notes.add(new ReportPaper.Note(noted.size(), said));
                }
                lines.add(line(++number, each, of, noted.getOrDefault(said, 0)));
            }
            String title =
                    SECTIONS[sections.size()] + ". " + t.of("pillar." + pillar).toUpperCase(Locale.of("vi"));
            sections.add(new ReportPaper.Section(title, lines, notes));
        }
        return sections;
    }

    private ReportPaper.Line line(int number, Assessment of, ReportContents in, int note) {
        Figure it = of.figure();
        Quantity quantity = FigureFormat.quantity(it, of.indicator());
        Against against = FigureFormat.against(of);
        Growth growth = FigureFormat.growth(of);
        return new ReportPaper.Line(
                number,
                of.indicator().nameVi(),
                it.period().equals(in.report().order().period())
                        ? null
                        : t.of(
                                "paper.of",
                                ReportSentences.inSentence(DisplayNames.name(t, it.period())),
                                t.date(it.asOf())),
                measure(of.indicator()),
                against == null
                        ? NONE
                        : against.plan().text(t) + (against.derived() ? "\n" + ReportSentences.derived(t) : ""),
                quantity == null ? NONE : quantity.text(t) + share(quantity),
                against == null ? NONE : difference(against),
                of.achievementPct() == null ? null : t.of("paper.achieved", t.number(of.achievementPct(), 1) + "%"),
                of.achievementPct() == null
                        ? 0
                        : of.achievementPct().max(BigDecimal.ZERO).min(HUNDRED).intValue(),
                growth == null ? NONE : broken(growth.text(t)),
                ReportSentences.source(t, it),
                sheets.address(DisplayNames.figure(it.indicator(), it.unit(), it.period(), it.boundaries())),
                note);
    }

    /** From what it is judged by, and which that is within the year. */
    private String difference(Against against) {
        if (against.progress() == null) return NONE;
        return against.path() == null
                ? against.difference(t)
                : against.difference(t) + "\n"
                        + t.of(
                                "paper.due",
                                t.date(against.path().day()),
                                against.path().due().text(t, 1));
    }

    /** What is longer than its column breaks after its first word: {@code gấp} and {@code 39.824.770,6 lần}. */
    private static String broken(String change) {
        return change.length() > 14 ? change.replaceFirst(" ", "\n") : change;
    }

    private String share(Quantity quantity) {
        return quantity.fraction() ? "\n(" + t.number(quantity.size()) + "%)" : "";
    }

    private String measure(Indicator it) {
        return switch (it.measure()) {
            case "ratio", "count" -> t.of("paper.measure." + it.measure());
            default ->
                Objects.requireNonNull(Quantity.of(BigDecimal.ONE, it.measure()).unit(t));
        };
    }

    /** The words it stands in, their document, how it was concluded, and what set the target. */
    private String said(Assessment of) {
        var said = new ArrayList<String>();
        if (!of.quote().isEmpty()) said.add("“" + of.quote() + "”");
        if (of.document() != null) said.add(of.document().citation());
        if (!of.figure().derivation().isEmpty())
            said.add(t.of("paper.derived", of.figure().derivation()));
        Target target = of.target();
        if (target != null) {
            boolean same = target.document().equals(of.document());
            if (!same) said.add(t.of("paper.target", target.document().citation()));
            if (!target.derivation().isEmpty()) said.add(t.of("paper.target.derived", target.derivation()));
        }
        return String.join("; ", said);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}

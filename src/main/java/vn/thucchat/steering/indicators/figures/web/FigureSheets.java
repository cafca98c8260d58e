package vn.thucchat.steering.indicators.figures.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.CsvText;
import vn.thucchat.foundation.sheets.Entry;
import vn.thucchat.foundation.sheets.SheetWriter;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;

/**
 * Figures as CSV and XLSX, a row each, with everything that is known of them. Numbers in CSV have a decimal point in
 * either language, because programs read them; a spreadsheet shows its reader's own.
 */
@Component
@NamedInterface("words")
public class FigureSheets {

    public static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DisplayNames wording;
    private final String baseUrl;

    FigureSheets(DisplayNames wording, @Value("${thucchat.base-url}") String baseUrl) {
        this.wording = wording;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** One thing said about a file, before its figures. */
    public record Note(String name, String content) {}

    /** Where a path of this site is found by whoever holds a paper. */
    public String address(String path) {
        return baseUrl + path;
    }

    public byte[] csv(Texts t, List<Assessment> of) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvText(bytes)) {
            csv.row(columns(t).stream().map(Column::title).toList());
            for (Assessment each : of) csv.entries(row(t, each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param notes what the file is: a first sheet of names and what they stand for */
    public byte[] xlsx(Texts t, List<Note> notes, List<Assessment> of) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new SheetWriter(t.of("papers.choices"))) {
            var about = book.sheet(
                    t.of("download.notes"),
                    List.of(Column.text(t.of("download.note"), 30), Column.text(t.of("download.note.content"), 90)));
            if (synthetic(of))
                about.row(Entry.of(t.of("download.synthetic.note")), Entry.of(t.of("download.synthetic")));
            for (Note note : notes) about.row(Entry.of(note.name()), Entry.of(note.content()));
            var sheet = book.sheet(t.of("download.figures"), columns(t));
            for (Assessment each : of) sheet.row(row(t, each));
            book.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static boolean synthetic(List<Assessment> of) {
        return of.stream().anyMatch(each -> each.figure().synthetic());
    }

    private static List<Column> columns(Texts t) {
        return List.of(
                Column.text(t.of("download.unit"), 12),
                Column.text(t.of("download.unit-name"), 30),
                Column.text(t.of("download.indicator"), 26),
                Column.text(t.of("download.indicator-name"), 44),
                Column.text(t.of("download.period"), 10),
                Column.day(t.of("download.boundaries"), 13),
                Column.text(t.of("download.comparator"), 10),
                Column.number(t.of("download.value"), 14, 2),
                Column.number(t.of("download.numerator"), 14, 6),
                Column.number(t.of("download.denominator"), 14, 6),
                Column.text(t.of("download.measure"), 14),
                Column.number(t.of("download.target"), 14, 6),
                Column.text(t.of("download.target-document"), 40),
                Column.number(t.of("download.difference"), 14, 2),
                Column.number(t.of("download.achievement"), 14, 2),
                Column.number(t.of("download.yoy"), 14, 2),
                Column.number(t.of("download.yoy-points"), 14, 2),
                Column.text(t.of("download.progress"), 16),
                Column.number(t.of("download.milestone"), 14, 2),
                Column.text(t.of("download.provenance"), 16),
                Column.text(t.of("download.demonstration"), 30),
                Column.text(t.of("download.derived"), 40),
                Column.day(t.of("download.as-of"), 13),
                Column.number(t.of("download.revision"), 8, 0),
                Column.day(t.of("download.published"), 13),
                Column.text(t.of("download.source"), 40),
                Column.text(t.of("download.quote"), 50),
                Column.text(t.of("download.url"), 40));
    }

    private List<Entry> row(Texts t, Assessment of) {
        Figure it = of.figure();
        Target target = of.target();
        String url = address(DisplayNames.figure(it.indicator(), it.unit(), it.period(), it.boundaries()));
        return List.of(
                Entry.of(it.unit().value()),
                Entry.of(wording.name(t, it.unit(), it.boundaries())),
                Entry.of(it.indicator()),
                Entry.of(DisplayNames.name(t, of.indicator())),
                Entry.of(it.period().code()),
                Entry.of(it.boundaries()),
                // an equals sign alone would be taken for a formula
                Entry.of(it.comparator().equals("=") ? "" : it.comparator()),
                number(FigureJson.rounded(it.value())),
                number(it.numerator()),
                number(it.denominator()),
                Entry.of(of.indicator().measure()),
                number(target == null ? null : target.value()),
                Entry.of(target == null ? "" : target.document().citation()),
                number(FigureJson.rounded(of.variancePoints())),
                number(FigureJson.rounded(of.achievementPct())),
                number(FigureJson.rounded(of.yoyPct())),
                number(FigureJson.rounded(of.yoyPoints())),
                Entry.of(of.progress() == null ? "" : t.of("progress." + of.progress())),
                number(
                        of.milestone() == null
                                ? null
                                : FigureJson.rounded(of.milestone().value())),
                Entry.of(t.of("download.provenance." + it.provenance())),
                Entry.of(it.synthetic() ? t.of("download.demonstration.row") : ""),
                Entry.of(it.derivation()),
                Entry.of(it.asOf()),
                it.publication() == null
                        ? Entry.blank()
                        : Entry.of(it.publication().revision()),
                it.publication() == null
                        ? Entry.blank()
                        : Entry.of(BusinessTime.day(it.publication().at())),
                Entry.of(of.document() == null ? "" : of.document().citation()),
                Entry.of(of.quote()),
                Entry.link(url, URI.create(url)));
    }

    private static Entry number(@Nullable BigDecimal value) {
        return value == null ? Entry.blank() : Entry.of(value);
    }
}

package vn.thucchat.steering.indicators.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.papers.PaperHead;

/**
 * A report as it is printed: everything worded, in Vietnamese.
 *
 * @param summary paragraphs of the first section, after the opening ones
 * @param late paragraphs on units that are behind or owe figures
 */
public record ReportPaper(
        PaperHead head,
        List<String> opening,
        List<String> summary,
        ReportPictures pictures,
        List<Section> sections,
        List<String> late,
        List<Answer> answers,
        List<String> closing,
        Proof proof) {

    /** Returns the CSS class {@code tight} for a number of more than 12 characters, so that it fits its column. */
    public static String tight(String number) {
        return number.lines().anyMatch(line -> line.length() > 12) ? "tight" : "";
    }

    /** One pillar. */
    public record Section(String title, List<Line> lines, List<Note> notes) {}

    /**
     * @param of the period of a figure that is not of the report's own, or null
     * @param achievement how much of the target is reached, in words, or null where it is not judged
     * @param bar the same in whole per cent, no more than 100
     * @param url where the figure is opened; also what its code says
     * @param note the number of the note, or 0
     */
    public record Line(
            int number,
            String indicator,
            @Nullable String of,
            String measure,
            String plan,
            String actual,
            String difference,
            @Nullable String achievement,
            int bar,
            String change,
            String source,
            String url,
            int note) {}

    /** @param check the SHA-256 of the CSV, found at {@code csv} */
    public record Proof(String check, String csv) {}

    public record Note(int number, String text) {}

    /** What was asked about an indicator, and what the unit answered. */
    public record Answer(String indicator, String question, String answer) {}
}

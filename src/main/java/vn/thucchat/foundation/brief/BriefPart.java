package vn.thucchat.foundation.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;

/**
 * One part of a leader's brief, in the reader's language.
 *
 * @param lines the most important first; a handful
 * @param none what is said where there is no line
 * @param all to everything of which the lines are the first, or null
 * @param periods to the brief of other periods; null for a part that speaks of no period
 */
public record BriefPart(
        String title,
        List<Line> lines,
        String none,
        @Nullable Link all,
        @Nullable Periods periods) {

    public BriefPart(String title, List<Line> lines, String none, @Nullable Link all) {
        this(title, lines, none, all, null);
    }

    /**
     * The period that a part speaks of, and those beside it.
     *
     * @param code as an address names it: {@code 2022S1}
     * @param previous null at the first that there is; {@code next} at the last
     */
    public record Periods(
            String code,
            String shown,
            @Nullable Link previous,
            @Nullable Link next) {}

    /**
     * One thing to know.
     *
     * @param text what it is about
     * @param url where it opens
     * @param value in words, or empty: {@code 38,6%}
     * @param note the rest of the sentence: {@code chậm 2,4 điểm so với tiến độ}
     * @param tone the class of the note's colour: {@code bad}, {@code good} or {@code quiet}
     * @param where the places that it is about, the worst first; may be empty
     * @param action what can be done about it from here, or null
     */
    public record Line(
            String text,
            String url,
            String value,
            String note,
            String tone,
            List<Where> where,
            @Nullable Link action) {}

    /** A place: {@code Xã Tân Thành}, {@code −10,3 điểm}, and what can be done about it from here. */
    public record Where(
            String text, String url, String value, @Nullable Link action) {}
}

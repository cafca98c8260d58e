package vn.thucchat.steering.indicators.explanations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.web.Against;

/** The form by which a leader asks a unit to explain a figure; the figure stands above it. */
public record QuestionPage(Form<?> form, Subject subject, Tell tell) {

    /**
     * Who else is to be told.
     *
     * @param listed whether the list was asked for
     * @param search what it is narrowed to, or empty
     * @param options offices and people who can be told
     * @param more whether there are others, to be found by name
     * @param chosen who is chosen so far
     */
    public record Tell(boolean listed, String search, List<Option> options, boolean more, List<Option> chosen) {}

    /** The figure in question, as it stands; {@code value} null when nothing is known. */
    public record Subject(
            String indicator,
            String pillar,
            String unit,
            String period,
            String url,
            List<Link> path,
            @Nullable Quantity value,
            @Nullable Against against,
            @Nullable Provenance provenance,
            boolean synthetic) {

        /** A question to begin with, which names the value and how far it is from its path; empty without a value. */
        String suggestion(Texts t) {
            if (value == null) return "";
            String known = t.of("explanation.suggest", indicator, unit, period, value.text(t));
            return against == null
                    ? known
                    : known + " " + t.of("explanation.suggest.path", against.verdict(t), against.measuredBy(t));
        }
    }
}

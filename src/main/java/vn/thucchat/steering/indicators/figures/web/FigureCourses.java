package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.DailyCourse;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;

/** Draws how a measured figure came about by day, week or month. */
@Component
record FigureCourses(DailyCourse days, FigureEvidence evidence) {

    FigurePage.@Nullable Daily of(Actor reader, Texts t, FigureSubject of, Figure shown) {
        boolean each = evidence.showsEach(reader, shown, of.indicator());
        SortedMap<LocalDate, BigDecimal> known = days.of(shown, of.indicator(), each);
        Course course = Course.of(known);
        if (!course.drawable()) return null;
        String grain = t.of("course." + course.grain());
        return new FigurePage.Daily(
                grain,
                t.of("course.label", grain, t.date(known.firstKey()), t.date(known.lastKey())),
                course.columns(
                        t,
                        amount -> Quantity.of(amount, of.indicator().measure()).text(t)),
                each ? null : t.of("course.enough", t.number(Evidence.Group.FEWEST_SUBJECTS)));
    }
}

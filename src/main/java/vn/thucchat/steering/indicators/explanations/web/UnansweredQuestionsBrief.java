package vn.thucchat.steering.indicators.explanations.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.brief.BriefPart;
import vn.thucchat.foundation.brief.BriefSource;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.explanations.Explanations;

/** Tells a leader which questions about figures are not answered, the longest overdue first. */
@Component
@Order(300)
record UnansweredQuestionsBrief(
        Explanations explanations, Indicators indicators, DisplayNames names, InstantSource clock)
        implements BriefSource {

    private static final int LINES = 4;

    @Override
    public Optional<BriefPart> of(Actor leader, Texts t, UnitCode unit, Asked asked) {
        LocalDate today = BusinessTime.day(clock.instant());
        return Optional.of(new BriefPart(
                t.of("brief.asked"),
                explanations.unanswered(leader, LINES).stream()
                        .map(each -> line(t, each, today))
                        .toList(),
                t.of("brief.asked.none"),
                null));
    }

    private BriefPart.Line line(Texts t, Explanation of, LocalDate today) {
        long late = ChronoUnit.DAYS.between(of.due(), today);
        return new BriefPart.Line(
                names.name(t, of.unit(), of.period().to()),
                "/explanations/" + of.id(),
                "",
                indicators
                                .find(of.indicator())
                                .map(it -> DisplayNames.name(t, it))
                                .orElse(of.indicator())
                        + " · "
                        + (late > 0
                                ? t.of("brief.asked.late", t.number(late))
                                : t.of("brief.asked.due", t.date(of.due()))),
                late > 0 ? "bad" : "quiet",
                List.of(),
                null);
    }
}

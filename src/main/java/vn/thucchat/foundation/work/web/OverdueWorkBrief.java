package vn.thucchat.foundation.work.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.brief.BriefPart;
import vn.thucchat.foundation.brief.BriefSource;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.work.UnitStandings;

/** Tells a leader in which units work is late, or will be within a week. */
@Component
@Order(400)
record OverdueWorkBrief(UnitStandings standings, Units units, InstantSource clock) implements BriefSource {

    private static final int LINES = 4;
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    public Optional<BriefPart> of(Actor leader, Texts t, UnitCode unit, Asked asked) {
        Instant now = clock.instant();
        List<UnitStandings.Standing> late = standings.lateBy(leader, now.plus(WEEK));
        return Optional.of(new BriefPart(
                t.of("brief.late"),
                late.stream().limit(LINES).map(each -> line(t, each, now)).toList(),
                t.of("brief.late.none"),
                new Link("/work/units", t.of("brief.late.all", t.number(late.size())))));
    }

    private BriefPart.Line line(Texts t, UnitStandings.Standing of, Instant now) {
        return new BriefPart.Line(
                units.nearest(of.unit(), BusinessTime.day(now))
                        .map(unit -> t.either(unit.name(), unit.nameEn()))
                        .orElse(of.unit().value()),
                "/work/units/" + of.unit() + "?shown=" + (of.overdue() > 0 ? "OVERDUE" : "OPEN"),
                t.number(of.late()),
                t.of("brief.late.of", t.number(of.overdue()), t.number(of.late() - of.overdue())),
                of.overdue() > 0 ? "bad" : "quiet",
                List.of(),
                null);
    }
}

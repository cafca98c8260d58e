package vn.thucchat.foundation.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Puts together the brief of a leader from what the rooms contribute. */
@Service
public class Briefs {

    /** To who reads it for the first time, what happened in this time is new. */
    static final Duration FIRST = Duration.ofDays(7);

    /** Opening the page again within this time is still the same visit. */
    static final Duration ONE_VISIT = Duration.ofMinutes(30);

    private final List<BriefSource> sources;
    private final BriefStore visits;
    private final Units units;
    private final InstantSource clock;

    Briefs(List<BriefSource> sources, BriefStore visits, Units units, InstantSource clock) {
        this.sources = sources;
        this.visits = visits;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The brief of the highest unit that the person leads; empty for who leads none. Notes that it was read.
     *
     * @param period as the address names it; empty for the usual one
     * @throws vn.thucchat.foundation.pages.Problem 400 when it names none
     */
    @Transactional
    public Optional<Brief> read(Actor leader, Texts t, String period) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.day(now);
        return led(leader, today).map(unit -> {
            visits.seen(leader.account(), now, now.minus(FIRST), now.minus(ONE_VISIT));
            Instant since =
                    visits.find(leader.account()).map(BriefStore.Visit::before).orElse(now.minus(FIRST));
            var asked = new BriefSource.Asked(since, period);
            return new Brief(
                    t.either(unit.name(), unit.nameEn()),
                    since,
                    now,
                    sources.stream()
                            .flatMap(source -> source.of(leader, t, unit.code(), asked).stream())
                            .toList());
        });
    }

    private Optional<Unit> led(Actor leader, LocalDate today) {
        return leader.grants().stream()
                .filter(grant -> grant.role().equals(Roles.LEADER))
                .flatMap(grant -> UnitCode.read(grant.unit()).stream())
                .flatMap(code -> units.find(code, today).stream())
                .min(Comparator.comparing((Unit unit) -> unit.kind().level()).thenComparing(Unit::code));
    }
}

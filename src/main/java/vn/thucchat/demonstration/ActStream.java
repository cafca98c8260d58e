package vn.thucchat.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.steering.indicators.definitions.Period;

/** Invents what happened in one commune in one half-year, day by day. */
final class ActStream {

    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 1);
    /** As long as 2021 and 2022 were. */
    private static final double DAYS = 730;
    /** Of what truly happens in a province, so that six years are loaded in less than a minute. */
    private static final double LOADED = 0.12;

    private static final Map<String, String> ONLINE = Map.of("channel", "online");
    private static final Map<String, String> COUNTER = Map.of("channel", "counter");
    private static final Map<String, String> SATISFIED = Map.of("satisfied", "yes");
    private static final Map<String, String> DISSATISFIED = Map.of("satisfied", "no");
    /** Visits of teams in a day, for a thousand households, in each half-year. */
    private static final double[] VISITS = {0.11, 0.22, 0.56, 0.92};

    private final Commune commune;
    private final Period half;
    private final Draw draw;
    private final List<Fact> facts = new ArrayList<>();

    private ActStream(Commune commune, Period half) {
        this.commune = commune;
        this.half = half;
        this.draw = new Draw("acts", commune.code(), half);
    }

    /** @param last the last day of the half-year that has passed */
    static List<Fact> of(Commune commune, Period half, LocalDate last) {
        var stream = new ActStream(commune, half);
        for (LocalDate day = half.from(); !day.isAfter(last); day = day.plusDays(1)) stream.live(day);
        return stream.facts;
    }

    /** How far things had come on a day: 0 at the beginning of 2021, 1 two years later, then ever more slowly. */
    private static double passed(LocalDate day) {
        double passed = ChronoUnit.DAYS.between(BEGIN, day) / DAYS;
        return passed <= 1 ? passed : 1 + 0.7 * (1 - StrictMath.exp(1 - passed));
    }

    private void live(LocalDate day) {
        double passed = passed(day);
        if (day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1) points(day, passed);
        double rhythm = rhythm(day.getDayOfWeek());
        if (rhythm == 0) return;
        dossiers(day, passed, rhythm);
        double visited = VISITS[Math.min(Days.index(half), VISITS.length - 1)];
        int visits = draw.happened(commune.households() / 1_000.0 * visited * rhythm * LOADED);
        for (int i = 0; i < visits; i++) {
            // teams return to those who need them most
            int household = (int) (draw.share() * draw.share() * commune.households() * 0.6);
            add(ActKinds.HOUSEHOLD, at(day, 8, 20), subject("household", household), Map.of(), 0, Provenance.MEASURED);
        }
    }

    private void dossiers(LocalDate day, double passed, double rhythm) {
        double online = 0.16 + 0.36 * passed + commune.head() / 120;
        int received = draw.happened(commune.people() / 1_000.0 * (0.23 + 0.1 * passed) * rhythm * LOADED);
        for (int i = 0; i < received; i++) {
            UUID citizen = subject("citizen", draw.below(commune.people()));
            boolean atHome = draw.chance(online);
            Instant at = atHome ? at(day, 6, 22) : at(day, 8, 17);
            add(ActKinds.DOSSIER, at, citizen, atHome ? ONLINE : COUNTER, 0, Provenance.MEASURED);
            if (!draw.chance(0.2)) continue;
            boolean good = draw.chance(0.82 + 0.07 * passed + (atHome ? 0.03 : 0));
            add(
                    ActKinds.SURVEY,
                    at.plus(draw.below(20) + 5, ChronoUnit.MINUTES),
                    citizen,
                    good ? SATISFIED : DISSATISFIED,
                    0,
                    Provenance.SURVEYED);
        }
    }

    private void points(LocalDate day, double passed) {
        int most = 1 + commune.hamlets() / 5;
        long open = Math.min(most, Math.round(most * passed * 1.3));
        add(ActKinds.POINT, at(day, 7, 8), null, Map.of(), open, Provenance.MEASURED);
    }

    /** Monday brings most; on Saturday morning few offices are open. */
    private static double rhythm(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.3;
            case TUESDAY -> 1.1;
            case WEDNESDAY, THURSDAY -> 1;
            case FRIDAY -> 0.85;
            case SATURDAY -> 0.15;
            case SUNDAY -> 0;
        };
    }

    private Instant at(LocalDate day, int fromHour, int toHour) {
        return day.atTime(fromHour, 0)
                .atZone(BusinessTime.VIETNAM)
                .toInstant()
                .plusMillis(draw.below((toHour - fromHour) * 3_600_000));
    }

    private UUID subject(String what, int number) {
        return new Draw(what, commune.code(), number).id();
    }

    private void add(
            String kind,
            Instant at,
            @Nullable UUID subject,
            Map<String, String> facets,
            long amount,
            Provenance provenance) {
        UUID id = ActId.make(at, kind, commune.code(), draw);
        facts.add(new Fact(
                new FactId(id),
                kind,
                commune.code(),
                BusinessTime.day(at),
                at,
                subject,
                facets,
                1,
                amount,
                provenance,
                true,
                id,
                null));
    }
}

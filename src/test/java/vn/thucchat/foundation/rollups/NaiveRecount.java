package vn.thucchat.foundation.rollups;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** What the roll-ups should be, counted in the plainest way; and what they are, in the same form. */
@NullMarked
record NaiveRecount(
        Map<RollUpCell.Key, Total> cells,
        Map<RollUpState.Key, RollUpState> states,
        Map<RollUpCell.Key, Map<Integer, Hour>> hours) {

    record Total(long count, long amount, Set<UUID> subjects) {
        static Total of(Fact fact) {
            return new Total(fact.count(), fact.amount(), fact.subject() == null ? Set.of() : Set.of(fact.subject()));
        }

        Total plus(Total other) {
            var both = new HashSet<>(subjects);
            both.addAll(other.subjects);
            return new Total(count + other.count, amount + other.amount, both);
        }
    }

    /** @param subjects how many, at most {@link RollUpHours#SUBJECTS} */
    record Hour(long count, long amount, int subjects) {}

    static NaiveRecount of(List<Fact> log) {
        Set<FactId> corrected = new HashSet<>();
        for (Fact fact : log) if (fact.corrects() != null) corrected.add(fact.corrects());
        var recount = new NaiveRecount(new HashMap<>(), new HashMap<>(), new HashMap<>());
        var hours = new HashMap<RollUpCell.Key, Map<Integer, Total>>();
        for (Fact fact : log) {
            boolean isVoid =
                    fact.corrects() != null && fact.count() == 0 && fact.amount() == 0 && fact.subject() == null;
            if (!corrected.contains(fact.id()) && !isVoid) recount.count(fact, hours);
        }
        hours.forEach((day, ofDay) -> ofDay.forEach((hour, total) -> recount.hours
                .computeIfAbsent(day, _ -> new HashMap<>())
                .put(
                        hour,
                        new Hour(total.count, total.amount, Math.min(total.subjects.size(), RollUpHours.SUBJECTS)))));
        return recount;
    }

    private void count(Fact fact, Map<RollUpCell.Key, Map<Integer, Total>> hours) {
        for (RollUpGrain grain : RollUpGrain.values()) {
            var key = new RollUpCell.Key(
                    grain,
                    grain.start(fact.day()),
                    fact.kind(),
                    fact.unit(),
                    fact.facets(),
                    fact.provenance(),
                    fact.synthetic());
            cells.merge(key, Total.of(fact), Total::plus);
            if (grain == RollUpGrain.D)
                hours.computeIfAbsent(key, _ -> new HashMap<>())
                        .merge(fact.at().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getHour(), Total.of(fact), Total::plus);
        }
        if (!fact.kind().equals(FactFixture.LEVEL.code())) return;
        RollUpState.Key key = RollUpState.Key.of(fact);
        RollUpState before = states.get(key);
        if (before == null || !fact.at().isBefore(before.at()))
            states.put(key, new RollUpState(fact.at(), fact.amount()));
    }

    static NaiveRecount asStored(JdbcClient jdbc) {
        var stored = new NaiveRecount(new HashMap<>(), new HashMap<>(), new HashMap<>());
        Map<Integer, UUID> subjects = new HashMap<>();
        jdbc.sql("SELECT number, subject FROM rollups.subject").query(row -> {
            subjects.put(row.getInt(1), row.getObject(2, UUID.class));
        });
        jdbc.sql("SELECT *, facets::text AS json FROM rollups.roll_up").query(row -> {
            var set = new HashSet<UUID>();
            byte[] bytes = row.getBytes("subjects");
            if (bytes != null)
                RollUpBitmap.read(bytes).forEach((int n) -> set.add(Objects.requireNonNull(subjects.get(n))));
            var key = new RollUpCell.Key(
                    RollUpGrain.valueOf(row.getString("grain")),
                    row.getObject("start", LocalDate.class),
                    row.getString("kind"),
                    new UnitCode(row.getString("unit")),
                    facets(row.getString("json")),
                    Provenance.valueOf(row.getString("provenance")),
                    row.getBoolean("synthetic"));
            stored.cells.put(key, new Total(row.getLong("count"), row.getLong("amount"), set));
            byte[] hours = row.getBytes("hours");
            if (hours == null) return;
            var sums = new RollUpHours();
            sums.add(hours);
            var ofDay = stored.hours.computeIfAbsent(key, _ -> new HashMap<>());
            sums.forEach((hour, count, amount, few) -> ofDay.put(hour, new Hour(count, amount, few)));
        });
        jdbc.sql("SELECT *, facets::text AS json FROM rollups.state").query(row -> {
            stored.states.put(
                    new RollUpState.Key(
                            row.getString("kind"),
                            new UnitCode(row.getString("unit")),
                            facets(row.getString("json")),
                            row.getObject("subject", UUID.class),
                            row.getBoolean("synthetic"),
                            row.getObject("day", LocalDate.class),
                            Provenance.valueOf(row.getString("provenance"))),
                    new RollUpState(row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("amount")));
        });
        return stored;
    }

    private static Map<String, String> facets(String json) {
        return Map.copyOf(new JsonMapper().readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}

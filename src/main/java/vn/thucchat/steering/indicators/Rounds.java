package vn.thucchat.steering.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Calls for figures, and who still owes them. */
@Service
public class Rounds {

    private final RoundStore store;
    private final Units units;
    private final Access access;
    private final AccessLog log;

    Rounds(RoundStore store, Units units, Access access, AccessLog log) {
        this.store = store;
        this.units = units;
        this.access = access;
        this.log = log;
    }

    /** What came of calling for figures. */
    public sealed interface Opened {
        record Done(Round round) implements Opened {}

        record OutOfReach() implements Opened {}

        /** The same call was made before. */
        record Before() implements Opened {}
    }

    /** One line of a work list: what a unit owes, of which round. */
    public record Due(Round round, Round.Owed owed) {}

    public Optional<Round> find(UUID id) {
        return store.find(id);
    }

    /** The latest due first. */
    public List<Round> latest() {
        return store.latest();
    }

    /** @param round indicators and unit exist, checked by whoever read the form */
    @Transactional
    public Opened open(Actor actor, Round round) {
        if (!actor.equals(Actor.PLATFORM)
                && !access.may(actor, Role.STEERING_OFFICE, round.above().value())) return new Opened.OutOfReach();
        if (!store.insert(round, actor)) return new Opened.Before();
        log.record(actor, "indicators.round-opened", "/rounds/" + round.id(), round.name());
        return new Opened.Done(round);
    }

    /** The units that owe figures of a round, by code. */
    public List<Unit> units(Round round) {
        if (units.find(round.above(), round.period().to())
                .map(unit -> unit.kind().level() == round.level())
                .orElse(false))
            return List.of(units.find(round.above(), round.period().to()).orElseThrow());
        return units.below(round.above(), round.level(), round.period().to());
    }

    /** What the units within the actor's reach have not had accepted yet, the most overdue first. */
    public List<Due> missing(Actor actor, Role... roles) {
        var mine = access.units(actor, roles);
        Map<UUID, Round> rounds = new HashMap<>();
        var askedRounds = new ArrayList<UUID>();
        var askedUnits = new ArrayList<UnitCode>();
        for (Round round : store.latest()) {
            if (round.synthetic() != actor.synthetic()) continue;
            rounds.put(round.id(), round);
            for (Unit unit : units(round))
                if (mine.contains(unit.code().value())) {
                    askedRounds.add(round.id());
                    askedUnits.add(unit.code());
                }
        }
        if (askedRounds.isEmpty()) return List.of();
        return store.owed(askedRounds, askedUnits).stream()
                .filter(owed -> owed.stated() < owed.owed())
                .map(owed -> new Due(java.util.Objects.requireNonNull(rounds.get(owed.round())), owed))
                .sorted(Comparator.comparing((Due due) -> due.round().due())
                        .thenComparing(due -> due.owed().unit()))
                .toList();
    }

    /** How every unit of a round stands, by code. */
    public List<Round.Owed> standing(Round round) {
        var of = units(round).stream().map(Unit::code).toList();
        return store.owed(of.stream().map(unit -> round.id()).toList(), of).stream()
                .sorted(Comparator.comparing(Round.Owed::unit))
                .toList();
    }
}

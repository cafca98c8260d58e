package vn.thucchat.steering.indicators;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.units.UnitCode;

/** Questions that leaders ask about figures, and what the units answer. */
@Service
public class Explanations {

    private final ExplanationStore store;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Explanations(ExplanationStore store, Access access, AccessLog log, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What came of asking or answering. */
    public sealed interface Outcome {
        record Done(Explanation explanation) implements Outcome {}

        record OutOfReach() implements Outcome {}

        /** Answered, closed or changed meanwhile. */
        record Stale() implements Outcome {}
    }

    public Optional<Explanation> find(UUID id) {
        return store.find(id);
    }

    /** Newest first. */
    public List<Explanation> ofFigure(String indicator, UnitCode unit, Period period) {
        return store.ofFigure(indicator, unit, period);
    }

    /** What waits for an answer by this officer's units, the earliest due first. */
    public List<Explanation> waiting(Actor reporter, int limit) {
        return store.waiting(access.units(reporter, Role.REPORTER), limit);
    }

    /** What this leader asked and may now read. */
    public List<Explanation> answered(Actor leader, int limit) {
        return store.answered(leader.account(), limit);
    }

    /** Whether somebody may read questions and answers about a unit: any role that reaches it. */
    public boolean sees(Actor actor, UnitCode unit) {
        return access.units(actor, Role.values()).contains(unit.value());
    }

    /** @param question 5 to 4000 characters, checked by whoever read the form */
    @Transactional
    public Outcome ask(Actor leader, String indicator, UnitCode unit, Period period, String question, LocalDate due) {
        if (!access.may(leader, Role.LEADER, unit.value())) return new Outcome.OutOfReach();
        var asked = new Explanation(
                Ids.next(clock),
                indicator,
                unit,
                period,
                Explanation.State.ASKED,
                question,
                clock.instant(),
                leader.account(),
                leader.name(),
                due,
                "",
                null,
                null,
                List.of(),
                leader.synthetic(),
                1);
        store.ask(asked);
        log.record(leader, "indicators.explanation-asked", path(asked.id()), indicator + " · " + unit + " · " + period);
        return new Outcome.Done(asked);
    }

    /** @param answer 5 to 8000 characters; {@code files} are kept already */
    @Transactional
    public Outcome answer(Actor reporter, UUID id, int version, String answer, List<Explanation.Attachment> files) {
        return act(
                reporter,
                Role.REPORTER,
                id,
                "indicators.explanation-answered",
                () -> store.answer(id, version, answer, files, reporter, clock.instant()));
    }

    /** The leader is satisfied. */
    @Transactional
    public Outcome close(Actor leader, UUID id, int version) {
        return act(
                leader,
                Role.LEADER,
                id,
                "indicators.explanation-closed",
                () -> store.close(id, version, clock.instant()));
    }

    private Outcome act(Actor actor, Role role, UUID id, String action, BooleanSupplier change) {
        Explanation explanation = store.find(id).orElse(null);
        if (explanation == null || !access.may(actor, role, explanation.unit().value()))
            return new Outcome.OutOfReach();
        if (!change.getAsBoolean()) return new Outcome.Stale();
        log.record(actor, action, path(id), explanation.indicator() + " · " + explanation.unit());
        return new Outcome.Done(store.find(id).orElseThrow());
    }

    private static String path(UUID id) {
        return "/explanations/" + id;
    }
}

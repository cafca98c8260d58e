package vn.thucchat.foundation.work;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.work.WorkRule.Step;

/** Knows how long work may take and when it is chased, and takes what the office of a province states of it. */
@Service
public class WorkRules {

    /** More working days than a year has are a slip of the pen. */
    public static final int MOST_DAYS = 250;

    /** The rules as they were read once. */
    record Known(List<WorkRule> stated) {

        /** The rule that holds on a day: the kind's own, or that of all kinds; none where the step is not taken. */
        Optional<WorkRule> of(String kind, Step step, LocalDate day) {
            @Nullable WorkRule all = null;
            @Nullable WorkRule own = null;
            for (WorkRule rule : stated) {
                if (rule.step() != step || rule.validFrom().isAfter(day)) continue;
                if (rule.kind().equals(kind)) own = rule;
                else if (rule.kind().equals(WorkRule.ALL)) all = rule;
            }
            return Optional.ofNullable(own == null ? all : own).filter(rule -> rule.workingDays() != null);
        }

        /** When work of a kind is chased: the steps that are taken, with how many working days after the due day. */
        Map<Step, Integer> chasing(String kind, LocalDate day) {
            var steps = new EnumMap<Step, Integer>(Step.class);
            for (Step step : Step.values())
                if (step.chases())
                    of(kind, step, day)
                            .ifPresent(rule -> steps.put(step, step.after(Objects.requireNonNull(rule.workingDays()))));
            return steps;
        }

        /** The longest time before a due day that somebody is told, in working days. */
        int earliest() {
            return stated.stream()
                    .filter(rule -> rule.step() == Step.BEFORE && rule.workingDays() != null)
                    .mapToInt(rule -> Objects.requireNonNull(rule.workingDays()))
                    .max()
                    .orElse(0);
        }
    }

    private final WorkRuleStore store;
    private final WorkKinds kinds;
    private final Units units;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final InstantSource clock;

    @SuppressWarnings("unused") // what a release brings must be there before anybody asks
    WorkRules(
            WorkRuleStore store,
            ShippedWorkRules shipped,
            WorkKinds kinds,
            Units units,
            RoleDefinitions roles,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.units = units;
        this.roles = roles;
        this.log = log;
        this.clock = clock;
    }

    Known known() {
        return new Known(store.all());
    }

    /** How many working days a kind may take that is asked for on a day. */
    int allowed(String kind, LocalDate day) {
        return known().of(kind, Step.ALLOWED, day)
                .map(WorkRule::workingDays)
                .orElseThrow(() -> new IllegalStateException("No rule allows a time for " + kind));
    }

    /** All that was stated, step by step: what holds comes before what it took the place of. */
    public List<WorkRule> stated() {
        return store.all().reversed().stream()
                .sorted(Comparator.comparing(WorkRule::step).thenComparing(WorkRule::kind))
                .toList();
    }

    /** The kinds of work that a rule may be of. */
    public List<WorkKind> kinds() {
        return kinds.all();
    }

    /** Whether the actor may state rules: by the office of a province, not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return roles.holders(WorkRoles.WORK_OFFICE).stream().anyMatch(role -> units.mayChangeShared(actor, role));
    }

    /** From a day on, today at the earliest, a step of a kind is taken so. What was stated before can still be read. */
    @Transactional
    public Result state(Actor actor, WorkRule rule) {
        if (!mayChange(actor)) return new Result.Refused("work.rules.not-allowed");
        if (rule.validFrom().isBefore(BusinessTime.day(clock.instant())))
            return Result.invalid("from", "work.rules.from.past");
        if (!rule.kind().equals(WorkRule.ALL) && !kinds.known(rule.kind()))
            return Result.invalid("kind", "form.choose");
        Integer days = rule.workingDays();
        if (days == null && rule.step() == Step.ALLOWED) return Result.invalid("days", "work.rules.days.needed");
        if (days != null && (days < 0 || days > MOST_DAYS)) return Result.invalid("days", "work.rules.days.fault");
        store.add(rule, actor.account());
        log.record(
                actor,
                "work.rule-stated",
                "/work/rules",
                rule.kind() + " " + rule.step() + " " + days + " " + rule.validFrom() + " · "
                        + rule.document().number());
        return new Result.Done(null);
    }
}

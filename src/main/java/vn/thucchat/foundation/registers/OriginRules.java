package vn.thucchat.foundation.registers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** Says which origin wins for which field from which day on; stated anew by the data protection officer of the province. */
@Service
public class OriginRules {

    public static final String PATH = "/privacy/origins";
    /** The rule for every field that has none of its own. */
    public static final String ANY = "*";

    private final OriginRuleStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    OriginRules(OriginRuleStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One rule.
     *
     * @param field name of a {@link RegisterField}, or {@link #ANY}
     * @param origins all of them, the strongest first
     * @param document in which it stands
     */
    public record Rule(String field, LocalDate validFrom, List<Origin> origins, String document) {}

    /** All rules that were ever stated; of one field what was stated last comes first. */
    public List<Rule> list() {
        return store.all();
    }

    /** The precedence of each field on a day. */
    Map<RegisterField, Precedence> on(LocalDate day) {
        List<Rule> all = store.all();
        var found = new EnumMap<RegisterField, Precedence>(RegisterField.class);
        for (RegisterField field : RegisterField.values())
            Stream.of(field.name(), ANY)
                    .flatMap(code -> all.stream()
                            .filter(rule -> rule.field().equals(code)
                                    && !rule.validFrom().isAfter(day)))
                    .findFirst()
                    .ifPresent(rule -> found.put(field, new Precedence(rule.origins())));
        return found;
    }

    /** Whether the actor may state rules: in a province, not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, PrivacyRoles.DATA_PROTECTION_OFFICER);
    }

    /** From a day on, today at the earliest, other origins win. What was stated before can still be read. */
    @Transactional
    public Result state(Actor actor, Rule rule) {
        if (!mayChange(actor)) return new Result.Refused("registers.rules.not-allowed");
        if (rule.validFrom().isBefore(BusinessTime.day(clock.instant())))
            return Result.invalid("validFrom", "registers.rules.past");
        if (new HashSet<>(rule.origins()).size() < Origin.values().length)
            return Result.invalid("first", "registers.rules.twice");
        var id = Ids.next(clock);
        store.add(id, rule, actor.account(), clock.instant());
        log.record(
                actor,
                "registers.rule-stated",
                PATH,
                rule.field() + " " + rule.validFrom() + " " + rule.origins() + " · " + rule.document());
        return new Result.Done(id);
    }
}

package vn.thucchat.foundation.identity.retention;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** Knows the rules of each day, and takes what the officer of a province states anew. */
@Service
public class PrivacyRules {

    public static final String PATH = "/privacy/rules";

    private final PrivacyRuleStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    PrivacyRules(PrivacyRuleStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** @throws IllegalStateException where nothing was stated for that day */
    public int of(String code, LocalDate day) {
        return store.all().stream()
                .filter(rule -> rule.code().equals(code) && !rule.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule for " + code))
                .value();
    }

    /** All that was stated; what holds comes before what it took the place of. */
    public List<PrivacyRule> stated() {
        return store.all();
    }

    /** Whether the actor may state rules: in a province, not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, PrivacyRoles.DATA_PROTECTION_OFFICER);
    }

    /** From a day on, today at the earliest, the number is another. What was stated before can still be read. */
    @Transactional
    public Result state(Actor actor, PrivacyRule rule) {
        if (!mayChange(actor)) return new Result.Refused("privacy.rules.not-allowed");
        if (store.all().stream().noneMatch(known -> known.code().equals(rule.code())))
            return Result.invalid("code", "form.choose");
        if (rule.validFrom().isBefore(BusinessTime.day(clock.instant())))
            return Result.invalid("from", "privacy.rules.from.past");
        store.add(rule, actor.account(), clock.instant());
        log.record(
                actor,
                "identity.privacy-rule-stated",
                PATH,
                rule.code() + " " + rule.value() + " " + rule.validFrom() + " · " + rule.document());
        return new Result.Done(null);
    }
}

package vn.thucchat.foundation.notify.announcements;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** Limits of announcements: read by administrators of the province, entered by real ones. */
@Service
public class AnnouncementRules {

    public static final String PATH = "/admin/notices/announcement-rules";

    /**
     * Limits of announcements from a day on.
     *
     * @param dailyLimit how many a unit may have approved a day; danger to life is not counted
     * @param marginPercent by how many per cent a cost may grow between its approval and its sending
     * @param document where it is decided: {@code Quyết định 12/QĐ-UBND}
     */
    public record Rule(LocalDate validFrom, int dailyLimit, int marginPercent, String document) {}

    private final AnnouncementRuleStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    AnnouncementRules(AnnouncementRuleStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** All rules, the latest first. */
    public List<Rule> list(Actor actor) {
        return mayRead(actor) ? store.list() : List.of();
    }

    Rule today() {
        return store.on(BusinessTime.day(clock.instant()));
    }

    /** Enters a rule; one from the same day is corrected by it. */
    @Transactional
    public Result add(Actor actor, Rule rule) {
        if (!mayChange(actor)) return new Result.Refused("announcement.rules.not-yours");
        var id = Ids.next(clock);
        store.insert(id, rule, actor.account(), clock.instant());
        log.record(
                actor,
                "notify.announcement-rule-entered",
                PATH,
                rule.validFrom() + " " + rule.dailyLimit() + " " + rule.marginPercent() + " % " + rule.document());
        return new Result.Done(id);
    }
}

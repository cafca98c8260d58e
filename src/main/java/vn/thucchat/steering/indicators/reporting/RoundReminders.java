package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reporting.Rounds.Reminded;
import vn.thucchat.steering.indicators.reporting.Rounds.Reminder;

/**
 * Reminds those who report for units that still owe figures: the reporters of the unit, or those nearest above it, up
 * to the unit that calls for the figures. Each has one message of all their units, and no second one on the same day of
 * rounds that the same unit calls.
 */
@Component
record RoundReminders(
        ReminderStore store, Accounts accounts, RoleDefinitions roles, Units units, Inbox inbox, InstantSource clock) {

    /** Called in the transaction of the act. */
    Reminded remind(Actor by, Round round, Collection<UnitCode> of) {
        var holders = new HashMap<String, List<Accounts.Holder>>();
        for (Accounts.Holder holder : accounts.holders(roles.holders(SteeringRoles.REPORTER)))
            if (holder.synthetic() == round.synthetic())
                holders.computeIfAbsent(holder.unit(), _ -> new ArrayList<>()).add(holder);
        var reminders = new LinkedHashMap<UUID, Reminder>();
        int nobody = 0;
        Instant now = clock.instant();
        for (UnitCode unit : of) {
            List<Accounts.Holder> told = nearest(holders, unit, round);
            if (told.isEmpty()) nobody++;
            for (Accounts.Holder holder : told)
                reminders
                        .computeIfAbsent(
                                holder.account(),
                                account -> new Reminder(account, holder.name(), new ArrayList<>(), now, by.name()))
                        .units()
                        .add(unit.value());
        }
        if (reminders.isEmpty()) return new Reminded(0, 0, nobody);
        var told = store.insert(round, BusinessTime.day(now), reminders.values(), by, now);
        for (UUID account : told)
            inbox.send(
                    account,
                    ReportingNotices.REMINDER,
                    "reporting.reminder",
                    List.of(round.name(), VietnameseDays.write(round.due())),
                    "/reporting",
                    null);
        return new Reminded(told.size(), reminders.size() - told.size(), nobody);
    }

    private List<Accounts.Holder> nearest(Map<String, List<Accounts.Holder>> holders, UnitCode unit, Round round) {
        for (Unit above : units.path(unit, round.period().to()).reversed()) {
            List<Accounts.Holder> found = holders.get(above.code().value());
            if (found != null) return found;
            // those above the office that calls are not its to remind
            if (above.code().equals(round.above())) break;
        }
        return List.of();
    }
}

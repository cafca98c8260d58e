package vn.thucchat.foundation.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.calendar.WorkingCalendar;
import vn.thucchat.foundation.calendar.WorkingTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.work.WorkRule.Step;

/**
 * Chases work (đôn đốc): once a day those who have to act are told what is due or late, then the head of the unit, then
 * the province's office, each person of everything in one message. A step is noted in the transaction of its messages, so
 * that nobody is told twice, whoever runs at the same time or dies on the way.
 */
@Service
class Chasing {

    private static final Logger LOG = LoggerFactory.getLogger(Chasing.class);
    /** Items that are read at once; a run reads all that are due, however many were chased long ago. */
    static final int BATCH = 1_000;

    /** Steps of one run, the most overdue first: those beyond are taken by the next. */
    private static final int MOST = 50_000;

    /** Days that may pass for each working day, and those of the longest holidays. */
    private static final int DAYS_PER_WORKING_DAY = 2;

    private static final int HOLIDAYS = 14;

    private final ChaseStore store;
    private final WorkItemStore items;
    private final WorkRules rules;
    private final WorkKinds kinds;
    private final Delegations delegations;
    private final Accounts accounts;
    private final RoleDefinitions roles;
    private final Units units;
    private final WorkingTime workingTime;
    private final Inbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Chasing(
            ChaseStore store,
            WorkItemStore items,
            WorkRules rules,
            WorkKinds kinds,
            Delegations delegations,
            Accounts accounts,
            RoleDefinitions roles,
            Units units,
            WorkingTime workingTime,
            Inbox inbox,
            InstantSource clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.store = store;
        this.items = items;
        this.rules = rules;
        this.kinds = kinds;
        this.delegations = delegations;
        this.accounts = accounts;
        this.roles = roles;
        this.units = units;
        this.workingTime = workingTime;
        this.inbox = inbox;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        Gauge.builder("thucchat.work.overdue", this, Chasing::overdue)
                .description("Real work that is open past its due time")
                .register(meters);
    }

    private double overdue() {
        return items.overdue(clock.instant());
    }

    /** @return how many persons were told */
    int run() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.day(now);
        WorkRules.Known known = rules.known();
        Instant until = today.plusDays((long) known.earliest() * DAYS_PER_WORKING_DAY + HOLIDAYS)
                .atStartOfDay(BusinessTime.VIETNAM)
                .toInstant();
        ChaseRecipients recipients = recipients(today);
        Map<UUID, WorkItem> byId = new HashMap<>();
        var chases = new ArrayList<ChaseStore.Chase>();
        List<ChaseStore.Candidate> candidates;
        WorkList.Place after = WorkList.Place.START;
        do {
            candidates = store.candidates(until, after, BATCH);
            for (ChaseStore.Candidate candidate : candidates) {
                WorkItem item = candidate.item();
                after = new WorkList.Place(item.dueAt(), item.id());
                for (Step step : due(candidate, known, today)) {
                    Set<UUID> told = recipients.of(item, step);
                    // whoever comes to hold the role is told by a later run
                    if (told.isEmpty()) continue;
                    chases.add(new ChaseStore.Chase(item.unit(), item.id(), step, told));
                    byId.put(item.id(), item);
                }
            }
        } while (candidates.size() == BATCH && chases.size() < MOST);
        if (chases.size() >= MOST) LOG.warn("More than {} steps are to be taken: the latest due wait", MOST);
        if (chases.isEmpty()) return 0;
        Integer told = transactions.execute(_ -> tell(chases, byId, now));
        return told == null ? 0 : told;
    }

    /** The steps whose day has come, on a day that the unit's office works. */
    private List<Step> due(ChaseStore.Candidate candidate, WorkRules.Known known, LocalDate today) {
        WorkItem item = candidate.item();
        WorkingCalendar calendar = workingTime.of(item.unit());
        if (!calendar.works(today)) return List.of();
        var steps = new ArrayList<Step>();
        known.chasing(item.kind(), today).forEach((step, days) -> {
            if (!candidate.taken().contains(step.name())
                    && !shifted(calendar, item.dueOn(), days).isAfter(today)) steps.add(step);
        });
        return steps;
    }

    /** The day that is so many working days after another, or before it. */
    static LocalDate shifted(WorkingCalendar calendar, LocalDate day, int workingDays) {
        if (workingDays >= 0) return calendar.after(day, workingDays);
        LocalDate reached = day;
        for (int left = workingDays; left < 0; ) {
            reached = reached.minusDays(1);
            if (calendar.works(reached)) left++;
        }
        return reached;
    }

    private int tell(List<ChaseStore.Chase> chases, Map<UUID, WorkItem> byId, Instant now) {
        UUID run = Ids.next(clock);
        var perPerson = new HashMap<UUID, Set<WorkItem>>();
        for (ChaseStore.Chase taken : store.take(run, now, chases))
            for (UUID person : taken.recipients())
                perPerson
                        .computeIfAbsent(person, _ -> new HashSet<>())
                        .add(java.util.Objects.requireNonNull(byId.get(taken.item())));
        perPerson.forEach((person, told) -> {
            long late = told.stream().filter(item -> item.late(now)).count();
            inbox.send(
                    person,
                    WorkNotices.CHASED,
                    late == 0 ? "work.digest" : "work.digest.late",
                    List.of(Integer.toString(told.size()), Long.toString(late)),
                    "/work/chased/" + run,
                    null);
        });
        return perPerson.size();
    }

    private ChaseRecipients recipients(LocalDate today) {
        Set<String> wanted = new HashSet<>(kinds.roles());
        wanted.add(Roles.LEADER);
        wanted.add(WorkRoles.WORK_OFFICE);
        Map<String, List<Accounts.Holder>> holders = wanted.stream()
                .collect(Collectors.toMap(Function.identity(), role -> accounts.holders(roles.holders(role))));
        return new ChaseRecipients(holders, delegations.onDay(today), unit -> units.path(unit, today));
    }
}

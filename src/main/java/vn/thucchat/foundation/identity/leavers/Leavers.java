package vn.thucchat.foundation.identity.leavers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Departures;
import vn.thucchat.foundation.identity.factors.FactorRemovals.AccountSessions;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;

/** Reads who leaves, and closes their accounts: all of a sheet, or none. */
@Service
public class Leavers {

    public static final String PATH = "/admin/leavers";
    public static final Limits LIMITS = new Limits(501, 20, 2_000_000, 20_000_000);
    public static final int LONGEST_PAPER = 200;
    /** A last day further away is a slip of the pen. */
    private static final int MOST_DAYS = 366;

    private static final int AT_ONCE = 2_000;

    private final DepartureStore store;
    private final Departures departures;
    private final AccountSessions sessions;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Leavers(
            DepartureStore store,
            Departures departures,
            AccountSessions sessions,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.departures = departures;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those of the rows whom the actor may let go; what is wrong with the others is among the errors of the sheet. */
    public List<Leaver> read(Actor actor, SheetImport<LeaverColumn> sheet) {
        LocalDate today = BusinessTime.day(clock.instant());
        var entries = new LinkedHashMap<SheetImport<LeaverColumn>.Row, Entry>();
        var seen = new HashSet<UUID>();
        for (SheetImport<LeaverColumn>.Row row : sheet.rows()) {
            Entry entry =
                    departures.leaver(actor, row.text(LeaverColumn.USERNAME)).orElse(null);
            // nobody learns so whether there is an account that is not theirs to close
            if (entry == null) row.error(LeaverColumn.USERNAME, "leavers.username.fault");
            else if (!seen.add(entry.account().id())) row.error(LeaverColumn.USERNAME, "leavers.username.twice");
            else entries.put(row, entry);
        }
        Map<UUID, LocalDate> before = store.of(seen).stream()
                .collect(Collectors.toMap(DepartureStore.Departure::account, DepartureStore.Departure::lastDay));
        var leavers = new ArrayList<Leaver>();
        for (SheetImport<LeaverColumn>.Row row : sheet.rows()) {
            Entry entry = entries.get(row);
            day(row, today, entry == null ? null : before.get(entry.account().id()))
                    .filter(_ -> entry != null && !row.wrong())
                    .ifPresent(day -> leavers.add(leaver(Objects.requireNonNull(entry), day, today)));
        }
        return leavers;
    }

    /** @param before the last day that was entered earlier, or null: the roles end with it, and a later one would be said in vain */
    private static Optional<LocalDate> day(
            SheetImport<LeaverColumn>.Row row, LocalDate today, @Nullable LocalDate before) {
        LocalDate day = row.day(LeaverColumn.LAST_DAY);
        boolean far =
                day != null && (day.isAfter(today.plusDays(MOST_DAYS)) || day.isBefore(today.minusDays(MOST_DAYS)));
        if (far || !row.has(LeaverColumn.LAST_DAY)) row.error(LeaverColumn.LAST_DAY, "leavers.last-day.fault");
        else if (day != null && before != null && day.isAfter(before))
            row.error(LeaverColumn.LAST_DAY, "leavers.last-day.later");
        return Optional.ofNullable(day);
    }

    private static Leaver leaver(Entry entry, LocalDate day, LocalDate today) {
        var account = entry.account();
        int roles = (int) entry.grants().stream().filter(RoleGrant::held).count();
        return new Leaver(
                account.id(), account.version(), account.username(), account.name(), day, roles, day.isBefore(today));
    }

    /** Ends and closes what was looked at; nothing when one of the accounts was changed since. */
    public Result close(Actor actor, List<Leaver> leavers, String paper) {
        String decision = paper.strip();
        if (decision.isEmpty() || decision.length() > LONGEST_PAPER)
            return Result.invalid("paper", "identity.accounts.PAPER_MISSING");
        LocalDate today = BusinessTime.day(clock.instant());
        return transactions.execute(status -> {
            for (Leaver leaver : leavers) {
                boolean done = leaver.lastDay().isBefore(today)
                        ? endNow(actor, leaver, decision)
                        : endLater(actor, leaver, decision);
                if (done) continue;
                status.setRollbackOnly();
                return new Result.Stale();
            }
            return new Result.Done(actor.account());
        });
    }

    private boolean endNow(Actor actor, Leaver leaver, String paper) {
        if (!departures.endNow(actor, leaver.account(), leaver.version(), paper)) return false;
        // a later last day that was entered before would close whoever comes back
        store.delete(leaver.account());
        sessions.endAll(leaver.account());
        return true;
    }

    private boolean endLater(Actor actor, Leaver leaver, String paper) {
        if (!departures.endLater(actor, leaver.account(), leaver.version(), leaver.lastDay(), paper)) return false;
        store.put(leaver.account(), leaver.lastDay(), paper, actor.account(), clock.instant());
        return true;
    }

    /** Closes the accounts of those whose last day has passed; how many. */
    public int closeDue() {
        LocalDate today = BusinessTime.day(clock.instant());
        int closed = 0;
        for (UUID account : store.due(today, AT_ONCE)) if (closeOne(account, today)) closed++;
        return closed;
    }

    /** Closes one leaver's account; an account that is being changed is left for the next run. */
    private boolean closeOne(UUID account, LocalDate today) {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> store.take(account, today)
                    .filter(one -> departures.close(account, one.lastDay(), one.madeBy()))
                    .map(_ -> {
                        sessions.endAll(account);
                        return true;
                    })
                    .orElse(false)));
        } catch (OptimisticLockingFailureException changed) {
            return false;
        }
    }
}

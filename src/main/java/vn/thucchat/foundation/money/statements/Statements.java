package vn.thucchat.foundation.money.statements;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.money.formats.Statement;
import vn.thucchat.foundation.money.formats.StatementFault;
import vn.thucchat.foundation.money.formats.StatementFile;
import vn.thucchat.foundation.money.formats.StatementFiles;
import vn.thucchat.foundation.money.formats.StatementLine;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.StatedLines;

/** Takes banks' statement files: each once. What of a file is not taken is named with it. */
@Service
public class Statements {

    /** What became of a file. */
    public sealed interface Taking {
        record Taken(KeptStatement statement) implements Taking {}

        /** The same file was taken before. */
        record Known(KeptStatement statement) implements Taking {}

        /** Nothing of it was taken. */
        record Refused(List<StatementFault> faults) implements Taking {}

        /** No such account, or not in books that the actor keeps. */
        record OutOfReach() implements Taking {}
    }

    /** Closing balance of an account on a day, in đồng, as stated by its bank. */
    public record Closing(int account, LocalDate day, long amountVnd) {}

    /** More of one file are counted and not listed. */
    static final int MOST_NOTES = 200;

    private static final UUID LAST = new UUID(-1, -1);

    private final BankStatementStore store;
    private final StatedLines lines;
    private final Payments payments;
    private final ReceivingAccounts accounts;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Statements(
            BankStatementStore store,
            StatedLines lines,
            Payments payments,
            ReceivingAccounts accounts,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.payments = payments;
        this.accounts = accounts;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Finds the closing balance in the last statement of each account; accounts without one are left out. */
    public Map<Integer, Closing> closings(Collection<Integer> of) {
        return of.isEmpty()
                ? Map.of()
                : store.closings(of).stream().collect(Collectors.toMap(Closing::account, Function.identity()));
    }

    /**
     * Takes a file of an account; parts of it that are of other accounts of the same bank, in books that the actor keeps,
     * are taken there.
     *
     * @param layout of the CSV file; null: the file says what it is
     */
    @Transactional
    public Taking take(Actor actor, int number, String name, byte[] file, @Nullable CsvLayout layout) {
        Optional<ReceivingAccount> found = reach(actor, number);
        if (found.isEmpty()) return new Taking.OutOfReach();
        ReceivingAccount account = found.get();
        return switch (StatementFiles.read(file, account.account(), layout)) {
            case StatementFile.Refused refused -> new Taking.Refused(refused.faults());
            case StatementFile.Read read -> take(actor, account, name, Sha256.hex(file), read.statements());
        };
    }

    private Taking take(Actor actor, ReceivingAccount account, String name, String hash, List<Statement> statements) {
        LocalDate today = BusinessTime.day(clock.instant());
        Map<ReceivingAccount, List<Statement>> byAccount = new LinkedHashMap<>();
        var left = new LinkedHashSet<StatementFault>();
        for (Statement statement : statements)
            owner(actor, account, statement.accountNumber())
                    .ifPresentOrElse(
                            of -> byAccount
                                    .computeIfAbsent(of, _ -> new ArrayList<>())
                                    .add(statement.until(today)),
                            () -> left.add(new StatementFault(
                                    0, statement.accountNumber(), StatementFault.Reason.FOREIGN_ACCOUNT)));
        Map<ReceivingAccount, List<StatedPart>> parts = new LinkedHashMap<>();
        byAccount.forEach((of, its) -> {
            List<StatedPart> dated = StatedPart.of(its);
            if (!dated.isEmpty()) parts.put(of, dated);
            else left.addAll(nothing(of, its));
        });
        if (parts.isEmpty()) return new Taking.Refused(left.stream().limit(50).toList());
        // from here on nobody else tells of these accounts, so that the same file is not taken twice at once
        payments.lock(
                parts.keySet().stream().map(ReceivingAccount::number).sorted().toList());
        ReceivingAccount first =
                parts.containsKey(account) ? account : parts.keySet().iterator().next();
        var taken = new ArrayList<KeptStatement>();
        var known = new ArrayList<KeptStatement>();
        parts.forEach((of, its) -> {
            for (int i = 0; i < its.size(); i++) {
                String id = i == 0 ? hash : Sha256.hex(hash + " " + i);
                var before = store.find(of.number(), id);
                if (before.isPresent()) known.add(before.get());
                else
                    taken.add(keep(
                            actor,
                            of,
                            name,
                            id,
                            its.get(i),
                            beside(of, parts.keySet(), of.equals(first) ? left : Set.of())));
            }
        });
        return taken.isEmpty() ? new Taking.Known(of(first, known)) : new Taking.Taken(of(first, taken));
    }

    /** Whose account it is; the file's own when it does not say. */
    private Optional<ReceivingAccount> owner(Actor actor, ReceivingAccount account, String number) {
        String plain = number.replaceAll("[\\s.\\-]", "");
        if (plain.isEmpty() || plain.equalsIgnoreCase(account.account())) return Optional.of(account);
        return accounts.find(account.bin(), plain)
                .filter(other -> other.synthetic() == account.synthetic() && keeps(actor, other));
    }

    /** A day on which nothing moved is stated by its balance; where there is none either, nothing is stated. */
    private static List<StatementFault> nothing(ReceivingAccount account, List<Statement> statements) {
        List<StatementFault> why = statements.stream()
                .flatMap(statement -> statement.notes().stream())
                .toList();
        return why.isEmpty() ? List.of(new StatementFault(0, account.account(), StatementFault.Reason.EMPTY)) : why;
    }

    private static List<StatementFault> beside(
            ReceivingAccount account, Set<ReceivingAccount> all, Set<StatementFault> left) {
        var beside = new ArrayList<>(left);
        for (ReceivingAccount other : all)
            if (!other.equals(account))
                beside.add(new StatementFault(0, other.account(), StatementFault.Reason.ELSEWHERE));
        return beside;
    }

    private static KeptStatement of(ReceivingAccount account, List<KeptStatement> all) {
        return all.stream()
                .filter(statement -> statement.account() == account.number())
                .findFirst()
                .orElseGet(all::getFirst);
    }

    private KeptStatement keep(
            Actor actor,
            ReceivingAccount account,
            String name,
            String hash,
            StatedPart part,
            List<StatementFault> beside) {
        List<StatementLine> all = part.lines();
        StatedLines.Placed placed = lines.place(account, all);
        var notes = new ArrayList<>(Stream.concat(beside.stream(), part.notes()).toList());
        var days = new ArrayList<LocalDate>();
        var movements = new ArrayList<Long>();
        for (int i = 0; i < all.size(); i++) {
            Long movement = placed.movements().get(i);
            if (movement == null) {
                notes.add(held(all.get(i)));
                continue;
            }
            days.add(all.get(i).bookedOn());
            movements.add(movement);
        }
        var kept = new KeptStatement(
                account.number(),
                Ids.next(clock),
                name.length() > 200 ? name.substring(0, 200) : name,
                part.first(),
                part.last(),
                all.size(),
                placed.fresh(),
                part.complete(),
                part.openingVnd(),
                part.closingVnd(),
                part.unexplainedVnd(),
                (int) notes.stream()
                        .filter(note -> note.reason() == StatementFault.Reason.BREAK)
                        .count(),
                notes.size(),
                clock.instant());
        store.insert(kept, hash, actor.account(), days, movements);
        if (!notes.isEmpty())
            store.note(
                    account.number(),
                    kept.id(),
                    notes.stream().limit(MOST_NOTES).toList());
        log.record(
                actor,
                "payments.statement-taken",
                "/money/accounts/" + account.number() + "/statements/" + kept.id(),
                kept.lines() + " · " + kept.fresh());
        return kept;
    }

    private static StatementFault held(StatementLine line) {
        String reference = line.reference() == null ? "" : line.reference() + " · ";
        return new StatementFault(0, reference + line.amountVnd() + " VND", StatementFault.Reason.HELD);
    }

    /** The latest taken first, before one already seen. */
    public List<KeptStatement> page(int account, @Nullable UUID before, int limit) {
        return store.page(account, Objects.requireNonNullElse(before, LAST), limit);
    }

    public Optional<KeptStatement> find(int account, UUID id) {
        return store.find(account, id);
    }

    /** What was left out of it or taken otherwise than it says; the first where there are many. */
    public List<StatementFault> notes(KeptStatement statement) {
        return statement.notes() == 0 ? List.of() : store.notes(statement.account(), statement.id());
    }

    private Optional<ReceivingAccount> reach(Actor actor, int number) {
        return accounts.find(number).filter(account -> keeps(actor, account));
    }

    private boolean keeps(Actor actor, ReceivingAccount account) {
        return access.may(actor, PaymentRoles.ACCOUNTANT, account.unit().value(), account.synthetic());
    }
}

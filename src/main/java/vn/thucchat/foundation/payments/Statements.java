package vn.thucchat.foundation.payments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;

/** Takes banks' statement files: each once, whole or not at all. */
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

    private static final UUID LAST = new UUID(-1, -1);

    private final BankStatementStore store;
    private final StatedLines lines;
    private final MovementStore movements;
    private final ReceivingAccountStore accounts;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    Statements(
            BankStatementStore store,
            StatedLines lines,
            MovementStore movements,
            ReceivingAccountStore accounts,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.movements = movements;
        this.accounts = accounts;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a file of an account.
     *
     * @param layout of the CSV file; null: ISO 20022
     */
    @Transactional
    public Taking take(Actor actor, int number, String name, byte[] file, @Nullable CsvLayout layout) {
        Optional<ReceivingAccount> found = reach(actor, number);
        if (found.isEmpty()) return new Taking.OutOfReach();
        ReceivingAccount account = found.get();
        return switch (read(account, file, layout)) {
            case StatementFile.Refused refused -> new Taking.Refused(refused.faults());
            case StatementFile.Read read -> take(actor, account, name, hash(file), read.statements());
        };
    }

    private Taking take(Actor actor, ReceivingAccount account, String name, String hash, List<Statement> statements) {
        List<StatementLine> all =
                statements.stream().flatMap(s -> s.lines().stream()).toList();
        Instant now = clock.instant();
        List<LocalDate> days = statements.stream().flatMap(Statement::days).toList();
        List<StatementFault> faults = faults(account, statements, days, Ground.day(now));
        if (!faults.isEmpty()) return new Taking.Refused(faults);
        // from here on nobody else tells of this account, so that the same file is not taken twice at once
        movements.lock(List.of(account.number()));
        Optional<KeptStatement> known = store.find(account.number(), hash);
        if (known.isPresent()) return new Taking.Known(known.get());
        StatedLines.Placed placed = lines.place(account, all);
        boolean balanced = statements.stream().allMatch(s -> s.unexplainedVnd().isPresent());
        var kept = new KeptStatement(
                account.number(),
                Ids.next(clock),
                name.length() > 200 ? name.substring(0, 200) : name,
                days.stream().min(LocalDate::compareTo).orElseThrow(),
                days.stream().max(LocalDate::compareTo).orElseThrow(),
                all.size(),
                placed.fresh(),
                balanced ? statements.getFirst().openingVnd() : null,
                balanced ? statements.getLast().closingVnd() : null,
                balanced
                        ? statements.stream()
                                .mapToLong(s -> s.unexplainedVnd().getAsLong())
                                .sum()
                        : null,
                now);
        store.insert(
                kept,
                hash,
                actor.account(),
                all.stream().map(StatementLine::bookedOn).toList(),
                placed.movements());
        log.record(
                actor,
                "payments.statement-taken",
                "/money/accounts/" + account.number() + "/statements/" + kept.id(),
                kept.lines() + " · " + kept.fresh());
        return new Taking.Taken(kept);
    }

    /** The latest taken first, before one already seen. */
    public List<KeptStatement> page(int account, @Nullable UUID before, int limit) {
        return store.page(account, Objects.requireNonNullElse(before, LAST), limit);
    }

    public Optional<KeptStatement> find(int account, UUID id) {
        return store.find(account, id);
    }

    private static StatementFile read(ReceivingAccount account, byte[] file, @Nullable CsvLayout layout) {
        try (var stream = new ByteArrayInputStream(file)) {
            return layout == null
                    ? CamtReader.read(stream)
                    : CsvStatementReader.read(stream, layout.mapping(account.account()));
        } catch (IOException e) {
            // bytes in memory do not fail
            throw new UncheckedIOException(e);
        }
    }

    /** What a file can say that is well written and still not to be taken. */
    private static List<StatementFault> faults(
            ReceivingAccount account, List<Statement> statements, List<LocalDate> days, LocalDate today) {
        // a day on which nothing moved is stated by its balance; where there is none either, nothing is stated
        if (days.isEmpty()) return List.of(new StatementFault(0, null, StatementFault.Reason.EMPTY));
        var faults = new java.util.ArrayList<StatementFault>();
        for (Statement statement : statements)
            if (!statement.accountNumber().equalsIgnoreCase(account.account()))
                faults.add(new StatementFault(0, statement.accountNumber(), StatementFault.Reason.FOREIGN_ACCOUNT));
        for (Statement statement : statements) {
            for (StatementLine line : statement.lines())
                if (line.bookedOn().isAfter(today))
                    faults.add(new StatementFault(0, line.reference(), StatementFault.Reason.FUTURE));
            if (statement.closedOn() != null && statement.closedOn().isAfter(today))
                faults.add(new StatementFault(0, null, StatementFault.Reason.FUTURE));
        }
        return faults.stream().distinct().limit(50).toList();
    }

    private Optional<ReceivingAccount> reach(Actor actor, int number) {
        return accounts.find(number)
                .filter(account ->
                        access.may(actor, Role.ACCOUNTANT, account.unit().value(), account.synthetic()));
    }

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

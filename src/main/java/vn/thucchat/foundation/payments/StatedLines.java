package vn.thucchat.foundation.payments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes movements of a statement's lines, or finds those that were told before: by the bank's reference, or by day,
 * amount, direction and memo where one of the two tellers passed no reference on.
 */
@Component
class StatedLines {

    /** @param movements the number of each line's movement, in the lines' order */
    record Placed(List<Long> movements, int fresh) {}

    private final BankStatementStore store;
    private final OriginalStore kept;
    private final Originals originals;
    private final ToldStore told;
    private final Posting posting;
    private final InstantSource clock;

    StatedLines(
            BankStatementStore store,
            OriginalStore kept,
            Originals originals,
            ToldStore told,
            Posting posting,
            InstantSource clock) {
        this.store = store;
        this.kept = kept;
        this.originals = originals;
        this.told = told;
        this.posting = posting;
        this.clock = clock;
    }

    /** The account must be locked: nobody else may tell of its movements meanwhile. */
    Placed place(ReceivingAccount account, List<StatementLine> lines) {
        List<Notice> notices = notices(lines);
        var movements = new Long[lines.size()];
        store.placed(account.number(), notices).forEach((i, number) -> movements[i] = number);
        told(account, lines, notices, movements);
        var arrivals = new ArrayList<Arrival>();
        for (int i = 0; i < movements.length; i++)
            if (movements[i] == null)
                arrivals.add(
                        new Arrival(account, notices.get(i), Movement.Source.STATEMENT, Originals.text(lines.get(i))));
        if (!arrivals.isEmpty()) {
            posting.post(arrivals);
            store.placed(account.number(), notices).forEach((i, number) -> {
                if (movements[i] == null) movements[i] = number;
            });
        }
        return new Placed(List.of(movements), arrivals.size());
    }

    /**
     * Those that a bank's messenger told of. Where several are alike in all, it does not matter which of them a line is:
     * the first line is the first of them, and so it is again when a later statement states the same day.
     */
    private void told(
            ReceivingAccount account, List<StatementLine> lines, List<Notice> notices, @Nullable Long[] movements) {
        var open = new ArrayList<StatementLine>();
        for (int i = 0; i < movements.length; i++) if (movements[i] == null) open.add(lines.get(i));
        if (open.isEmpty()) return;
        var taken = new HashSet<Long>();
        for (Long number : movements) if (number != null) taken.add(number);
        var candidates = new ArrayList<Movement>();
        var words = new ArrayList<Told>();
        for (OriginalStore.Kept candidate : kept.alike(account.number(), open)) {
            Movement movement = candidate.movement();
            if (taken.contains(movement.number())) continue;
            Optional<Original> original = originals.read(movement, candidate.sealed());
            original.ifPresent(o -> {
                candidates.add(movement);
                words.add(Told.of(movement, o, candidate.reference()));
            });
        }
        Map<Integer, Integer> pairs = Told.pairs(open.stream().map(Told::of).toList(), words);
        var claims = new ArrayList<ToldStore.Claim>();
        for (int i = 0, o = 0; i < movements.length; i++) {
            if (movements[i] != null) continue;
            Integer pair = pairs.get(o++);
            if (pair == null) continue;
            Notice line = notices.get(i);
            long number = candidates.get(pair).number();
            movements[i] = number;
            // from now on the bank's reference is known, and another one is another movement
            if (line.reference() != null && words.get(pair).reference() == null)
                claims.add(new ToldStore.Claim(
                        account.number(), number, Movement.Source.STATEMENT, line.sourceId(), line.reference()));
        }
        if (claims.isEmpty()) return;
        told.claim(claims, clock.instant());
        told.stated(
                account.number(),
                open.stream()
                        .map(StatementLine::bookedOn)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
    }

    private static List<Notice> notices(List<StatementLine> lines) {
        var seen = new HashMap<Told, Integer>();
        var notices = new ArrayList<Notice>(lines.size());
        for (StatementLine line : lines) {
            Told alike = Told.of(line);
            // the second of two that are alike in all is another movement, and the second again next time
            String id = line.reference() != null
                    ? "r " + line.reference() + " " + line.signedVnd()
                    : "n " + alike.day() + " " + line.signedVnd() + " " + alike.signs() + " "
                            + seen.merge(alike, 1, Integer::sum);
            notices.add(new Notice(
                    List.of(line.accountNumber()),
                    incoming(line),
                    line.amountVnd(),
                    // a day without a time begins it, so that nobody who paid on the last day is late
                    line.at() == null
                            ? line.bookedOn()
                                    .atStartOfDay(vn.thucchat.foundation.database.Ground.VIETNAM)
                                    .toInstant()
                            : line.at(),
                    Statements.hash(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    line.reference(),
                    line.memo(),
                    line.payerName(),
                    line.payerAccount()));
        }
        return notices;
    }

    private static boolean incoming(StatementLine line) {
        return line.direction() == StatementLine.Direction.IN;
    }
}

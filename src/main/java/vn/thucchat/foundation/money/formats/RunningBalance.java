package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;

/**
 * Puts the rows of a bank's table into the order in which they were booked, whichever way the bank lists them, and says by
 * how much each changed the account: by its columns, and where these may mean two things by the balance after it.
 */
final class RunningBalance {

    /** A row and the changes that it states, đồng with their signs: the movement, its fee, its tax. */
    record Change(TableEntry entry, List<Long> signed) {
        long sum() {
            return signed.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What the balances say.
     *
     * @param changes in the order in which they were booked
     * @param openingVnd before the first; null: nobody says
     * @param breaks rows whose balance does not follow from the row before
     */
    record Checked(
            List<Change> changes,
            @Nullable Long openingVnd,
            @Nullable Long closingVnd,
            List<StatementFault> breaks) {}

    private final List<TableEntry> entries;
    private final boolean outAsBelowZero;
    private final boolean signedAmounts;

    RunningBalance(List<TableEntry> listed) {
        outAsBelowZero = listed.stream().noneMatch(entry -> entry.out() > 0);
        signedAmounts = listed.stream().anyMatch(entry -> entry.amount() < 0);
        entries = new ArrayList<>(listed);
        if (newestFirst()) java.util.Collections.reverse(entries);
    }

    private boolean newestFirst() {
        if (entries.size() < 2) return false;
        int byDay = entries.getFirst()
                .when()
                .day()
                .compareTo(entries.getLast().when().day());
        if (byDay != 0) return byDay > 0;
        int forth = follows(1);
        int back = follows(-1);
        if (forth != back) return back > forth;
        var first = entries.getFirst().when().at();
        var last = entries.getLast().when().at();
        return first != null && last != null && first.isAfter(last);
    }

    /** How many rows follow from the one before or behind them. */
    private int follows(int step) {
        int follow = 0;
        for (int i = step > 0 ? 1 : 0; i < entries.size() - (step > 0 ? 0 : 1); i++) {
            Long before = entries.get(i - step).balanceVnd();
            Long after = entries.get(i).balanceVnd();
            if (before == null || after == null) continue;
            long change = after - before;
            if (readings(entries.get(i)).stream().anyMatch(reading -> sum(reading) == change)) follow++;
        }
        return follow;
    }

    /**
     * Checks row by row. Where most rows do not follow, the column is no running balance, and says nothing.
     *
     * @param openingVnd as the bank states it beside the table; null: it does not
     */
    Checked check(@Nullable Long openingVnd, @Nullable Long closingVnd) {
        List<Change> changes = changes(openingVnd);
        List<StatementFault> breaks = breaks(changes, openingVnd);
        if (breaks.size() > Math.max(1, changes.size() / 2))
            return new Checked(changes, openingVnd, closingVnd, List.of());
        @Nullable
        Long last = changes.stream()
                .map(change -> change.entry().balanceVnd())
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElse(null);
        return new Checked(
                changes,
                openingVnd != null ? openingVnd : before(changes),
                closingVnd != null ? closingVnd : last,
                breaks);
    }

    /** The balance before the first row that states one, less what the rows until then changed. */
    private static @Nullable Long before(List<Change> changes) {
        long moved = 0;
        for (Change change : changes) {
            moved += change.sum();
            @Nullable Long balance = change.entry().balanceVnd();
            if (balance != null) return balance - moved;
        }
        return null;
    }

    private static List<StatementFault> breaks(List<Change> changes, @Nullable Long openingVnd) {
        var breaks = new ArrayList<StatementFault>();
        @Nullable Long before = openingVnd;
        for (Change change : changes) {
            @Nullable Long after = change.entry().balanceVnd();
            @Nullable Long due = before == null ? null : Long.valueOf(before + change.sum());
            if (due != null && after != null && !after.equals(due)) {
                long off = after - due;
                breaks.add(new StatementFault(
                        change.entry().row(), (off > 0 ? "+" : "") + off + " VND", StatementFault.Reason.BREAK));
            }
            before = after != null ? after : due;
        }
        return breaks;
    }

    private List<Change> changes(@Nullable Long openingVnd) {
        var changes = new ArrayList<Change>();
        Long before = openingVnd;
        for (TableEntry entry : entries) {
            @Nullable Long after = entry.balanceVnd();
            @Nullable Long stated = before == null || after == null ? null : after - before;
            List<List<Long>> readings = readings(entry);
            List<Long> signed = readings.stream()
                    .filter(reading -> stated != null && sum(reading) == stated)
                    .findFirst()
                    .orElseGet(readings::getFirst);
            var change = new Change(entry, signed);
            changes.add(change);
            before = after != null ? after : before == null ? null : Long.valueOf(before + change.sum());
        }
        return changes;
    }

    /** What a row may mean, the likeliest first. */
    private List<List<Long>> readings(TableEntry entry) {
        var readings = new ArrayList<List<Long>>();
        List<Long> main = main(entry);
        if (entry.fee() == 0 && entry.tax() == 0) {
            readings.add(main);
        } else {
            long fee = Math.abs(entry.fee());
            long tax = Math.abs(entry.tax());
            // "Phí/Lãi" is a fee or an interest; some banks count both within the amount
            for (long[] signs : new long[][] {{-1, -1}, {1, -1}, {1, 1}, {0, 0}})
                readings.add(join(main, fee * signs[0], tax * signs[1]));
        }
        boolean unsigned = entry.amount() > 0 && entry.direction() == null && !signedAmounts;
        if (unsigned) readings.add(List.of(-entry.amount()));
        if (entry.out() < 0 && entry.in() == 0) readings.addAll(List.of(List.of(entry.out()), List.of(-entry.out())));
        return readings;
    }

    private List<Long> main(TableEntry entry) {
        if (entry.amount() != 0) {
            long amount = Math.abs(entry.amount());
            if (entry.direction() == Direction.IN) return List.of(amount);
            if (entry.direction() == Direction.OUT) return List.of(-amount);
            return List.of(entry.amount());
        }
        // beside others above zero, one below takes back what went out
        long out = outAsBelowZero ? -Math.abs(entry.out()) : -entry.out();
        return join(List.of(), entry.in(), out);
    }

    private static List<Long> join(List<Long> some, long... more) {
        return LongStream.concat(some.stream().mapToLong(Long::longValue), LongStream.of(more))
                .filter(amount -> amount != 0)
                .boxed()
                .toList();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}

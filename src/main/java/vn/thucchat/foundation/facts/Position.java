package vn.thucchat.foundation.facts;

import java.util.Comparator;

/**
 * A place in the log; only the log knows what its parts mean. {@link #toString} and {@link #parse} carry it through a
 * database column.
 *
 * <p>Why a pair: sequence numbers are not commit order. A transaction may draw number 5 and commit after number 6 has
 * been read, so a cursor over numbers alone would pass 5 for ever; and an old transaction may draw a number later than
 * a younger one's. Transactions are therefore the first part. A reader takes only facts of transactions older than the
 * oldest one still running, and nothing can ever be added among those.
 */
public record Position(long xact, long sequence) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::xact).thenComparingLong(Position::sequence);

    /** @throws IllegalArgumentException when the text is not from {@link #toString} */
    public static Position parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) throw new IllegalArgumentException("Not a position: " + text);
        return new Position(Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return xact + "." + sequence;
    }
}

package vn.thucchat.economy.market.till;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thucchat.foundation.money.payments.Movement;

/**
 * How far somebody has read the movements of some accounts: what a screen that lost its connection goes on from.
 *
 * @param last by account the number of the last movement seen
 */
public record StreamCursor(Map<Integer, Long> last) {

    public StreamCursor {
        last = Map.copyOf(last);
    }

    /** {@code account-number}, several with points between; empty when it is not one. */
    public static Optional<StreamCursor> read(String text) {
        if (text.length() > 400 || !text.matches("[0-9]{1,9}-[0-9]{1,15}(\\.[0-9]{1,9}-[0-9]{1,15})*"))
            return Optional.empty();
        var last = new HashMap<Integer, Long>();
        for (String piece : text.split("\\.", -1)) {
            int split = piece.indexOf('-');
            last.put(Integer.valueOf(piece.substring(0, split)), Long.valueOf(piece.substring(split + 1)));
        }
        return Optional.of(new StreamCursor(last));
    }

    /**
     * For the accounts that are asked for: what is not known of them counts from their last movement, and so does what
     * is ahead of it, which nobody can have seen.
     *
     * @param newest by account the number of its last movement
     */
    StreamCursor on(Map<Integer, Long> newest) {
        var all = new HashMap<Integer, Long>();
        newest.forEach((account, number) -> all.put(account, Math.min(last.getOrDefault(account, number), number)));
        return new StreamCursor(all);
    }

    StreamCursor with(Movement movement) {
        var all = new HashMap<>(last);
        all.put(movement.account(), movement.number());
        return new StreamCursor(all);
    }

    @Override
    public String toString() {
        return new TreeMap<>(last)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "-" + entry.getValue())
                        .collect(Collectors.joining("."));
    }
}

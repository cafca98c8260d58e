package vn.thucchat.foundation.sheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the cells that make a spreadsheet be refused, so that all of them are told at once, whatever is wrong. */
final class BadCells {

    /** A person mends so many before trying again. */
    private static final int MOST = 50;

    private final Map<Reason, List<String>> addresses = new EnumMap<>(Reason.class);
    private int size;

    /** @return what is made of the cell, or null when it is a bad one */
    <T> @Nullable T read(Supplier<T> cell) {
        try {
            return cell.get();
        } catch (Stop stop) {
            String address = stop.refused.detail();
            if (address == null) throw stop;
            add(stop.refused.reason(), address);
            return null;
        }
    }

    void add(Reason why, String address) {
        List<String> all = addresses.computeIfAbsent(why, _ -> new ArrayList<>());
        if (all.contains(address)) return;
        all.add(address);
        if (++size == MOST) demandNone(null);
    }

    /** Throws a {@link Stop} when a cell was bad.
     *
     * @param rest what was read of the other cells, so that what is wrong there can be told too */
    void demandNone(SheetReading.@Nullable Sheet rest) {
        if (addresses.isEmpty()) return;
        List<SheetReading.Refused> all = addresses.entrySet().stream()
                .map(bad -> new SheetReading.Refused(
                        bad.getKey(), String.join(SheetReading.Refused.BETWEEN, bad.getValue())))
                .toList();
        SheetReading.Refused whole = all.getFirst().and(all.subList(1, all.size()), null);
        boolean titles = whole.cells().stream().anyMatch(cell -> cell.row() == 1);
        throw new Stop(titles ? whole : all.getFirst().and(all.subList(1, all.size()), rest));
    }
}

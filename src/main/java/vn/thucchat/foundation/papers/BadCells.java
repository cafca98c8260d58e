package vn.thucchat.foundation.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the cells that make a spreadsheet be refused, so that all of them are told at once. */
final class BadCells {

    /** A person mends so many before trying again. */
    private static final int MOST = 50;

    private final List<String> addresses = new ArrayList<>();
    private @Nullable Reason reason;

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

    /** Only those that are bad for the same reason as the first are told; the others come next time. */
    void add(Reason why, String address) {
        if (reason == null) reason = why;
        if (reason != why || addresses.contains(address)) return;
        addresses.add(address);
        if (addresses.size() == MOST) demandNone();
    }

    void demandNone() {
        if (reason != null) throw new Stop(reason, String.join(SheetReading.Refused.BETWEEN, addresses));
    }
}

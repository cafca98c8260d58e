package vn.thucchat.foundation.maps;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a file of boundaries: each fault once, and no more than somebody reads. */
final class BoundaryFaults {

    static final int MOST = 1_000;

    private final Set<BoundaryFault> found = new LinkedHashSet<>();
    private boolean more;

    void add(BoundaryFault fault) {
        if (found.size() < MOST) found.add(fault);
        else if (!found.contains(fault)) more = true;
    }

    List<BoundaryFault> all() {
        return List.copyOf(found);
    }

    /** Whether there are others than {@link #all()}. */
    boolean more() {
        return more;
    }
}

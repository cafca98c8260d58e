package vn.thucchat.foundation.work;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Finds the unit that takes over the work of one that a reform ended. */
@Component
record UnitSuccessors(Units units) {

    /**
     * Who takes over.
     *
     * @param whole true when each unit on the way had one successor; false when one was divided, or nobody recorded its
     *     successor, so that its work went up to its parent
     */
    record Successor(UnitCode unit, boolean whole) {}

    /** Follows the reforms up to a day; empty while the unit itself is there, and where nobody knows it. */
    Optional<Successor> of(UnitCode unit, LocalDate on) {
        UnitCode reached = unit;
        boolean whole = true;
        Set<UnitCode> passed = new HashSet<>();
        while (units.find(reached, on).isEmpty()) {
            Unit last = units.nearest(reached, on).orElse(null);
            LocalDate lastDay = last == null ? null : last.validTo();
            if (last == null || lastDay == null || !lastDay.isBefore(on) || !passed.add(reached))
                return Optional.empty();
            List<Succession> successions = units.successors(reached, lastDay);
            if (successions.size() == 1 && successions.getFirst().whole()) {
                reached = successions.getFirst().to();
            } else {
                UnitCode parent = last.parent();
                if (parent == null) return Optional.empty();
                reached = parent;
                whole = false;
            }
        }
        return passed.isEmpty() ? Optional.empty() : Optional.of(new Successor(reached, whole));
    }
}

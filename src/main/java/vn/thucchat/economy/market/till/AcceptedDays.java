package vn.thucchat.economy.market.till;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.thucchat.economy.market.till.StallHistory.Days;
import vn.thucchat.economy.market.traders.StallAccount;

/** Cuts days to those in which accounts were accepted at stalls. */
final class AcceptedDays {

    private AcceptedDays() {}

    /** The accounts by the days to sum them over; an account that serves several stalls on a day is there once. */
    static Map<Days, Set<Integer>> of(Collection<StallAccount> accepted, Days asked) {
        var byAccount = new HashMap<Integer, List<Days>>();
        for (StallAccount one : accepted)
            common(days(one), asked)
                    .ifPresent(days -> byAccount
                            .computeIfAbsent(one.account(), _ -> new ArrayList<>())
                            .add(days));
        var byDays = new LinkedHashMap<Days, Set<Integer>>();
        byAccount.forEach((account, all) -> joined(all)
                .forEach(days ->
                        byDays.computeIfAbsent(days, _ -> new TreeSet<>()).add(account)));
        return byDays;
    }

    /** The days in which both had the same account, the first first. */
    static List<Days> common(Collection<StallAccount> some, Collection<StallAccount> others, Days asked) {
        var all = new ArrayList<Days>();
        for (StallAccount one : some)
            for (StallAccount other : others)
                if (one.account() == other.account())
                    common(days(one), days(other))
                            .flatMap(both -> common(both, asked))
                            .ifPresent(all::add);
        return joined(all);
    }

    private static Days days(StallAccount one) {
        LocalDate to = one.toOn();
        return new Days(one.fromOn(), to == null ? LocalDate.MAX : to);
    }

    private static Optional<Days> common(Days a, Days b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate to = a.to().isBefore(b.to()) ? a.to() : b.to();
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Days(from, to));
    }

    /** Merges overlapping and adjacent periods. */
    private static List<Days> joined(List<Days> all) {
        var joined = new ArrayList<Days>();
        for (Days next : all.stream().sorted(Comparator.comparing(Days::from)).toList()) {
            Days last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from().isAfter(last.to().plusDays(1))) joined.add(next);
            else if (next.to().isAfter(last.to())) joined.set(joined.size() - 1, new Days(last.from(), next.to()));
        }
        return joined;
    }
}

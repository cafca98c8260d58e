package vn.thucchat.economy.market.overview;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thucchat.economy.market.overview.MarketSums.Received;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Selects the markets whose payments are withheld, so that nobody computes what one to four stalls were paid. Withheld
 * are the markets where one to four stalls were paid. Where the withheld markets of a commune, or of all communes, have
 * so few paid stalls together, the smallest other market is withheld too: the difference between the public figure and
 * the markets that are shown would be theirs.
 */
final class WithheldMarkets {

    private static final Comparator<Map.Entry<Market, Received>> SMALLEST = Comparator.comparingLong(
                    (Map.Entry<Market, Received> of) -> of.getValue().stalls())
            .thenComparing(of -> of.getKey().code());

    private record Commune(UnitCode unit, boolean synthetic) {}

    private WithheldMarkets() {}

    /** @param received what buyers paid in each market, but for those whose books the reader opens */
    static Set<Market> of(Map<Market, Received> received) {
        List<Map.Entry<Market, Received>> paid = received.entrySet().stream()
                .filter(market -> market.getValue().stalls() > 0)
                .sorted(SMALLEST)
                .toList();
        var withheld = new HashSet<Market>();
        for (var market : paid) if (few(market.getValue().stalls())) withheld.add(market.getKey());
        groups(paid, market -> new Commune(market.unit(), market.synthetic())).forEach(group -> fill(group, withheld));
        // figures of real and of invented facts are two figures
        groups(paid, Market::synthetic).forEach(group -> fill(group, withheld));
        return withheld;
    }

    private static Collection<List<Map.Entry<Market, Received>>> groups(
            List<Map.Entry<Market, Received>> paid, Function<Market, ?> by) {
        return paid.stream()
                .collect(Collectors.groupingBy(market -> by.apply(market.getKey())))
                .values();
    }

    /** Withholds the smallest markets of a group that are still shown, until the withheld ones have enough stalls. */
    private static void fill(List<Map.Entry<Market, Received>> group, Set<Market> withheld) {
        long stalls = group.stream()
                .filter(market -> withheld.contains(market.getKey()))
                .mapToLong(market -> market.getValue().stalls())
                .sum();
        for (var market : group)
            if (few(stalls) && withheld.add(market.getKey()))
                stalls += market.getValue().stalls();
    }

    private static boolean few(long stalls) {
        return stalls > 0 && stalls < Evidence.Group.FEWEST_SUBJECTS;
    }
}

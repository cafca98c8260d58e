package vn.thucchat.economy.market.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.thucchat.economy.market.overview.MarketSums.Received;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.CellSuppression;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Selects the markets whose payments are withheld, so that nobody computes what one to four stalls were paid. Withheld
 * are the markets where one to four stalls were paid. Where the withheld markets of a commune, of a district or
 * province, or of all communes, have so few paid stalls together, or one of them alone could be subtracted, the smallest
 * other market is withheld too: the difference between the public figure and the markets that are shown would be theirs.
 */
final class WithheldMarkets {

    private record Place(UnitCode unit, boolean synthetic) {}

    private WithheldMarkets() {}

    /**
     * @param received what buyers paid in each market, but for those whose books the reader opens
     * @param above the units above a commune whose figures are public, the narrowest first
     */
    static Set<Market> of(Map<Market, Received> received, Function<UnitCode, List<UnitCode>> above) {
        List<Map.Entry<Market, Received>> paid = received.entrySet().stream()
                .filter(market -> market.getValue().stalls() > 0)
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Market::code)))
                .toList();
        var suppression = new CellSuppression<>(
                parts -> new long[] {
                    parts.stream()
                            .mapToLong(i -> paid.get(i).getValue().stalls())
                            .sum()
                },
                Comparator.comparing(Market::code));
        var sums = new ArrayList<CellSuppression.Sum<Market>>();
        for (int i = 0; i < paid.size(); i++)
            sums.add(suppression.sum(paid.get(i).getKey(), part(i), CellSuppression.Choice.FREE));
        // figures of real and of invented facts are two figures; communes first, whose markets are nearest
        var places = paid.stream()
                .map(Map.Entry::getKey)
                .map(market -> Stream.concat(Stream.of(market.unit()), above.apply(market.unit()).stream())
                        .map(unit -> new Place(unit, market.synthetic()))
                        .toList())
                .toList();
        int levels = places.stream().mapToInt(List::size).max().orElse(0);
        for (int level = 0; level <= levels; level++) {
            var groups = new LinkedHashMap<Object, BitSet>();
            for (int i = 0; i < paid.size(); i++) {
                List<Place> of = places.get(i);
                if (level == levels)
                    groups.computeIfAbsent(paid.get(i).getKey().synthetic(), _ -> new BitSet())
                            .set(i);
                else if (level < of.size())
                    groups.computeIfAbsent(of.get(level), _ -> new BitSet()).set(i);
            }
            groups.values().forEach(group -> {
                var family = new ArrayList<>(group.stream().mapToObj(sums::get).toList());
                family.add(CellSuppression.shown(group));
                suppression.family(family);
            });
        }
        return suppression.withheld();
    }

    private static BitSet part(int i) {
        var part = new BitSet();
        part.set(i);
        return part;
    }
}

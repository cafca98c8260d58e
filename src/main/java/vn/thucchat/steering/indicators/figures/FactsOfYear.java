package vn.thucchat.steering.indicators.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/** The facts of a year in parts, which units and periods are made of; a sum is a set of their numbers. */
final class FactsOfYear {

    /** The facts of one unit in one month. */
    record Part(UnitCode unit, int month) {}

    private final List<Part> parts = new ArrayList<>();
    /** By part, by portion. */
    private final List<List<RoaringBitmap>> subjects = new ArrayList<>();

    private final int portions;

    /** @param portions of the facts whose subjects are counted, each by itself */
    FactsOfYear(List<Sums.MonthSubjects> facts, Set<Disclosure.Portion> portions) {
        this.portions = portions.size();
        var byPart = new LinkedHashMap<Part, List<RoaringBitmap>>();
        for (Sums.MonthSubjects fact : facts) {
            // of what no figure tells there is no part: it would make equal sums look unequal
            if (portions.stream().noneMatch(portion -> portion.selects(fact))) continue;
            var ofPart = byPart.computeIfAbsent(
                    new Part(fact.unit(), fact.month().getValue()),
                    _ -> portions.stream().map(_ -> new RoaringBitmap()).toList());
            int portion = 0;
            for (Disclosure.Portion one : portions) {
                if (one.selects(fact)) ofPart.get(portion).or(fact.subjects());
                portion++;
            }
        }
        byPart.forEach((part, ofPart) -> {
            parts.add(part);
            subjects.add(ofPart);
        });
    }

    List<Part> parts() {
        return parts;
    }

    /** How many distinct subjects each portion of some parts is about. */
    long[] count(BitSet of) {
        var counts = new long[portions];
        for (int portion = 0; portion < portions; portion++) {
            var all = new RoaringBitmap();
            for (int part = of.nextSetBit(0); part >= 0; part = of.nextSetBit(part + 1))
                all.or(subjects.get(part).get(portion));
            counts[portion] = all.getLongCardinality();
        }
        return counts;
    }

    /** The parts of a period of the year. */
    BitSet during(Period period) {
        var during = new BitSet();
        for (int i = 0; i < parts.size(); i++) {
            int month = parts.get(i).month();
            if (month >= period.from().getMonthValue() && month <= period.to().getMonthValue()) during.set(i);
        }
        return during;
    }
}

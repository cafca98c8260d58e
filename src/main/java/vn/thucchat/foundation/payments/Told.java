package vn.thucchat.foundation.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ground;

/**
 * What one teller said of a movement, as far as another teller's word can be compared with it.
 *
 * @param signs the memo without anything that banks change
 * @param reference the bank's own, or null when the teller passed none on
 */
record Told(
        LocalDate day,
        long amountVnd,
        boolean incoming,
        String signs,
        @Nullable String reference) {

    /** Shorter than this, one memo is in another by chance. */
    private static final int LONG_ENOUGH = 8;

    private record Alike(LocalDate day, long amountVnd, boolean incoming) {}

    static Told of(StatementLine line) {
        return new Told(
                line.bookedOn(),
                line.amountVnd(),
                line.direction() == StatementLine.Direction.IN,
                ReferenceCode.signs(line.memo()),
                line.reference());
    }

    static Told of(Notice notice) {
        return new Told(
                Ground.day(notice.at()),
                notice.amountVnd(),
                notice.incoming(),
                ReferenceCode.signs(notice.memo()),
                notice.reference());
    }

    /** @param reference the one that is known by now */
    static Told of(Movement movement, Original original, @Nullable String reference) {
        return new Told(
                movement.day(),
                movement.amountVnd(),
                movement.incoming(),
                ReferenceCode.signs(original.memo()),
                reference);
    }

    /**
     * Which of the candidates each of the others is, by their places: of the same day, amount and direction, with the
     * same words, or failing that with all the words of one in the other, as banks add theirs before and behind. Two
     * references that differ are two movements, however alike. Where several are alike in all, the first is the first.
     */
    static Map<Integer, Integer> pairs(List<Told> others, List<Told> candidates) {
        Map<Alike, Set<Integer>> open = new HashMap<>();
        for (int c = 0; c < candidates.size(); c++)
            open.computeIfAbsent(candidates.get(c).alike(), _ -> new LinkedHashSet<>())
                    .add(c);
        var pairs = new HashMap<Integer, Integer>();
        List<BiPredicate<Told, Told>> ways = List.of(Told::sameWords, Told::wordsWithin);
        for (BiPredicate<Told, Told> way : ways)
            for (int o = 0; o < others.size(); o++) {
                Told other = others.get(o);
                Set<Integer> alike = open.getOrDefault(other.alike(), Set.of());
                if (pairs.containsKey(o) || alike.isEmpty()) continue;
                @Nullable
                Integer found = alike.stream()
                        .filter(c -> !other.otherReference(candidates.get(c)) && way.test(other, candidates.get(c)))
                        .findFirst()
                        .orElse(null);
                if (found == null) continue;
                alike.remove(found);
                pairs.put(o, found);
            }
        return pairs;
    }

    private Alike alike() {
        return new Alike(day, amountVnd, incoming);
    }

    private boolean otherReference(Told other) {
        return reference != null && other.reference != null && !reference.equals(other.reference);
    }

    private boolean sameWords(Told other) {
        return signs.equals(other.signs);
    }

    private boolean wordsWithin(Told other) {
        String inner = signs.length() < other.signs.length() ? signs : other.signs;
        String outer = signs.length() < other.signs.length() ? other.signs : signs;
        return inner.length() >= LONG_ENOUGH && outer.contains(inner);
    }
}

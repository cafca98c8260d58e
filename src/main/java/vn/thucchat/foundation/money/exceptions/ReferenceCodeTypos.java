package vn.thucchat.foundation.money.exceptions;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** What codes a memo may mean that holds none which is sound: typed with one wrong sign, or cut at its end. */
final class ReferenceCodeTypos {

    /** Of a cut code so much must be left: a million codes begin alike then, few of them asked for on one account. */
    private static final int SHORTEST = ReferenceCode.PREFIX.length() + 4;

    /** More windows are not tried: banks' memos are shorter. */
    private static final int LONGEST = 500;

    private ReferenceCodeTypos() {}

    /** Sound codes that differ in one sign from something in the memo. */
    static Set<String> oneSignOff(String memo) {
        String signs = signs(memo);
        var near = new LinkedHashSet<String>();
        for (int at = signs.indexOf(ReferenceCode.PREFIX); at >= 0; at = signs.indexOf(ReferenceCode.PREFIX, at + 1)) {
            if (at + ReferenceCode.LENGTH > signs.length()) break;
            var window = new StringBuilder(signs.substring(at, at + ReferenceCode.LENGTH));
            // most words have two signs that no code has
            long foreign = window.chars().filter(ReferenceCodeTypos::foreign).count();
            if (foreign > 1) continue;
            for (int place = ReferenceCode.PREFIX.length(); place < ReferenceCode.LENGTH; place++) {
                char was = window.charAt(place);
                if (foreign == 1 && !foreign(was)) continue;
                for (char sign : ReferenceCode.ALPHABET.toCharArray()) {
                    if (sign == was) continue;
                    window.setCharAt(place, sign);
                    if (ReferenceCode.valid(window.toString())) near.add(window.toString());
                }
                window.setCharAt(place, was);
            }
        }
        return near;
    }

    /** The beginning of a code with which the memo ends; it may have the prefix in itself again. */
    static Optional<String> cut(String memo) {
        String signs = signs(memo);
        int from = Math.max(0, signs.length() - ReferenceCode.LENGTH + 1);
        for (int at = signs.indexOf(ReferenceCode.PREFIX, from);
                at >= 0 && signs.length() - at >= SHORTEST;
                at = signs.indexOf(ReferenceCode.PREFIX, at + 1)) {
            String cut = signs.substring(at);
            if (cut.chars().noneMatch(ReferenceCodeTypos::foreign)) return Optional.of(cut);
        }
        return Optional.empty();
    }

    /** Whole codes that a memo may mean, and the beginning of one with which it ends. */
    static Set<String> of(String memo) {
        // nearly all
        if (!signs(memo).contains(ReferenceCode.PREFIX)) return Set.of();
        Set<String> near = oneSignOff(memo);
        cut(memo).ifPresent(near::add);
        return near;
    }

    private static boolean foreign(int sign) {
        return ReferenceCode.ALPHABET.indexOf(sign) < 0;
    }

    private static String signs(String memo) {
        return ReferenceCode.signs(memo.length() > LONGEST ? memo.substring(0, LONGEST) : memo);
    }
}

package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.formats.StatementLine;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * What one teller said of a movement, as far as another teller's word can be compared with it.
 *
 * @param booked whether the day is that of the bank's books, and not of a messenger's word
 * @param signs the memo without anything that banks change
 * @param codes of what was asked for, in the memo
 * @param references the bank's own that are known of it; empty when no teller passed one on
 */
record ReportedTransaction(
        LocalDate day,
        boolean booked,
        long amountVnd,
        boolean incoming,
        String signs,
        List<String> codes,
        Set<String> references) {

    /** Shorter than this, one memo is in another by chance. */
    private static final int LONG_ENOUGH = 8;

    /** What is paid before midnight or on a Friday evening is booked so many days later at most. */
    private static final int LATEST_BOOKING_DAYS = 3;

    /** What two tellers' words of one movement have in common at least. */
    record Alike(LocalDate day, long amountVnd, boolean incoming) {}

    ReportedTransaction(
            LocalDate day, boolean booked, long amountVnd, boolean incoming, String signs, Set<String> references) {
        this(day, booked, amountVnd, incoming, signs, ReferenceCode.in(signs), references);
    }

    static ReportedTransaction of(StatementLine line) {
        return new ReportedTransaction(
                line.bookedOn(),
                true,
                line.amountVnd(),
                line.direction() == StatementLine.Direction.IN,
                ReferenceCode.signs(line.memo()),
                line.references());
    }

    static ReportedTransaction of(BankTransaction notice) {
        return new ReportedTransaction(
                BusinessTime.day(notice.at()),
                false,
                notice.amountVnd(),
                notice.incoming(),
                ReferenceCode.signs(notice.memo()),
                notice.reference() == null ? Set.of() : Set.of(notice.reference()));
    }

    /**
     * @param bookedOn the day of which a statement has stated it; null: none has yet
     * @param references those that are known by now
     */
    static ReportedTransaction of(
            Movement movement, RemittanceInfo original, @Nullable LocalDate bookedOn, Set<String> references) {
        return new ReportedTransaction(
                bookedOn == null ? movement.day() : bookedOn,
                bookedOn != null,
                movement.amountVnd(),
                movement.incoming(),
                ReferenceCode.signs(original.memo()),
                references);
    }

    /**
     * Which of the others each that is booked is, by their places: of the same day, amount and direction, with the same
     * words, or failing that with the same code, or with all the words of one in the other, as banks add theirs before
     * and behind; or with the same code, booked some days later. References that differ are two movements, however
     * alike. Where several are alike in all, the first is the first.
     */
    static Map<Integer, Integer> pairs(List<ReportedTransaction> booked, List<ReportedTransaction> others) {
        Map<Alike, Set<Integer>> open = new HashMap<>();
        for (int o = 0; o < others.size(); o++)
            open.computeIfAbsent(others.get(o).alike(0), _ -> new LinkedHashSet<>())
                    .add(o);
        var pairs = new HashMap<Integer, Integer>();
        List<BiPredicate<ReportedTransaction, ReportedTransaction>> ways = List.of(
                ReportedTransaction::sameWords, ReportedTransaction::sameCode, ReportedTransaction::wordsWithin);
        for (BiPredicate<ReportedTransaction, ReportedTransaction> way : ways)
            pair(booked, others, 0, way, open, pairs);
        for (int later = 1; later <= LATEST_BOOKING_DAYS; later++)
            pair(booked, others, -later, (one, other) -> !other.booked && one.sameCode(other), open, pairs);
        return pairs;
    }

    private static void pair(
            List<ReportedTransaction> booked,
            List<ReportedTransaction> others,
            int days,
            BiPredicate<ReportedTransaction, ReportedTransaction> way,
            Map<Alike, Set<Integer>> open,
            Map<Integer, Integer> pairs) {
        for (int b = 0; b < booked.size(); b++) {
            ReportedTransaction one = booked.get(b);
            Set<Integer> alike = open.getOrDefault(one.alike(days), Set.of());
            if (pairs.containsKey(b) || alike.isEmpty()) continue;
            @Nullable
            Integer found = alike.stream()
                    .filter(o -> !apart(one.references, others.get(o).references) && way.test(one, others.get(o)))
                    .findFirst()
                    .orElse(null);
            if (found == null) continue;
            alike.remove(found);
            pairs.put(b, found);
        }
    }

    /** What others may have told of some that are booked, to be looked for: days before too, where there is a code. */
    static Set<Alike> toldAs(Collection<ReportedTransaction> booked) {
        return alike(booked, -1);
    }

    /** As what some that were told may be booked: some days later too, where there is a code. */
    static Set<Alike> bookedAs(Collection<ReportedTransaction> told) {
        return alike(told, 1);
    }

    private static Set<Alike> alike(Collection<ReportedTransaction> all, int direction) {
        var alike = new HashSet<Alike>();
        for (ReportedTransaction one : all)
            for (int days = 0; days <= (one.codes.isEmpty() ? 0 : LATEST_BOOKING_DAYS); days++)
                alike.add(one.alike(direction * days));
        return alike;
    }

    /** Whether two movements are meant: the bank has a reference for each that the other lacks. */
    static boolean apart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && !some.containsAll(others) && !others.containsAll(some);
    }

    /** As it may be known of some days later; before, where the number is below zero. */
    Alike alike(int days) {
        return new Alike(day.plusDays(days), amountVnd, incoming);
    }

    /** Whether two memos may be one payer's: the same, or one within the other, or nothing was written. */
    static boolean resemble(String one, String other) {
        String signs = ReferenceCode.signs(one);
        String others = ReferenceCode.signs(other);
        return signs.contains(others) || others.contains(signs);
    }

    private boolean sameWords(ReportedTransaction other) {
        return signs.equals(other.signs);
    }

    private boolean sameCode(ReportedTransaction other) {
        return !Collections.disjoint(codes, other.codes);
    }

    private boolean wordsWithin(ReportedTransaction other) {
        String inner = signs.length() < other.signs.length() ? signs : other.signs;
        String outer = signs.length() < other.signs.length() ? other.signs : signs;
        return inner.length() >= LONG_ENOUGH && outer.contains(inner);
    }
}

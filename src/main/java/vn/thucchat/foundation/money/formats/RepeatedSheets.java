package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds movements that stand on two sheets of a workbook: a copied sheet, or one of all months beside one for each month.
 * They would be booked twice. Equal movements on two pages of one table are different movements: a page begins with the
 * balance that the page before it ends with, and not before that page's last day. A page whose movements come to zero begins
 * and ends with one balance, and so would a copy: there the balance behind the movement itself must differ.
 */
final class RepeatedSheets {

    private record Movement(
            LocalDate day, long signedVnd, @Nullable String reference, String memo) {
        static Movement of(StatementLine line) {
            return new Movement(line.bookedOn(), line.signedVnd(), BankReference.base(line.reference()), line.memo());
        }
    }

    /** @param afterVnd the balance behind it; null: nobody says */
    private record Balanced(Movement movement, @Nullable Long afterVnd) {}

    /** What a sheet states of one account, from the day of its first movement to the day of its last. */
    private record Page(
            String sheet,
            @Nullable Long openingVnd,
            @Nullable Long closingVnd,
            LocalDate first,
            LocalDate last) {
        static Page of(String sheet, Statement statement) {
            List<LocalDate> days = statement.lines().stream()
                    .map(StatementLine::bookedOn)
                    .sorted()
                    .toList();
            return new Page(sheet, statement.openingVnd(), statement.closingVnd(), days.getFirst(), days.getLast());
        }

        /** The movements of a whole quarter may come to zero: its opening balance is then that of its first month. */
        boolean tellsOrder() {
            return openingVnd != null && closingVnd != null && !openingVnd.equals(closingVnd);
        }

        boolean precedes(Page next) {
            return closingVnd != null && closingVnd.equals(next.openingVnd) && !last.isAfter(next.first);
        }

        boolean hasBalancesOf(Page other) {
            return Objects.equals(openingVnd, other.openingVnd) && Objects.equals(closingVnd, other.closingVnd);
        }
    }

    /** All that the sheets state of one account. */
    private static final class AccountPages {
        private final List<Page> pages = new ArrayList<>();
        private final Map<Movement, BitSet> stating = new HashMap<>();
        private final Map<Balanced, BitSet> balanced = new HashMap<>();
        private final Map<Integer, BitSet> behind = new HashMap<>();

        void add(String sheet, Statement statement) {
            boolean broken = statement.notes().stream().anyMatch(note -> note.reason() == StatementFault.Reason.BREAK);
            @Nullable Long balance = broken ? null : statement.openingVnd();
            for (StatementLine line : statement.lines()) {
                Movement movement = Movement.of(line);
                if (balance != null) balance += line.signedVnd();
                stating.computeIfAbsent(movement, _ -> new BitSet()).set(pages.size());
                balanced.computeIfAbsent(new Balanced(movement, balance), _ -> new BitSet())
                        .set(pages.size());
            }
            pages.add(Page.of(sheet, statement));
        }

        List<String> repeated() {
            BitSet[] alike = sharing(stating.values());
            BitSet[] alikeToTheBalance = sharing(balanced.values());
            var repeated = new BitSet();
            for (int one = 0; one < alike.length; one++)
                for (int later = alike[one].nextSetBit(one + 1); later >= 0; later = alike[one].nextSetBit(later + 1))
                    if (!chained(one, later, alikeToTheBalance[one].get(later))) repeated.set(later);
            return repeated.stream().mapToObj(page -> pages.get(page).sheet).toList();
        }

        /** By page those that have something in common with it, so that each pair is looked at once. */
        private BitSet[] sharing(Collection<BitSet> common) {
            var sharing = new BitSet[pages.size()];
            Arrays.setAll(sharing, _ -> new BitSet());
            for (BitSet equal : Set.copyOf(common)) equal.stream().forEach(page -> sharing[page].or(equal));
            return sharing;
        }

        private boolean chained(int one, int other, boolean alikeToTheBalance) {
            if (!behind(one).get(other) && !behind(other).get(one)) return false;
            Page first = pages.get(one);
            Page second = pages.get(other);
            boolean ordered = first.tellsOrder() && second.tellsOrder() && !first.hasBalancesOf(second);
            return ordered || !alikeToTheBalance;
        }

        /** All pages that follow a page: the next one and those behind it. */
        private BitSet behind(int page) {
            return behind.computeIfAbsent(page, _ -> {
                var found = new BitSet();
                var open = new ArrayDeque<Integer>(List.of(page));
                while (!open.isEmpty()) {
                    Page before = pages.get(open.remove());
                    for (int next = 0; next < pages.size(); next++)
                        if (!found.get(next) && before.precedes(pages.get(next))) {
                            found.set(next);
                            open.add(next);
                        }
                }
                return found;
            });
        }
    }

    private final Map<String, AccountPages> accounts = new LinkedHashMap<>();

    void add(String sheet, List<Statement> statements) {
        for (Statement statement : statements)
            if (!statement.lines().isEmpty())
                accounts.computeIfAbsent(statement.accountNumber(), _ -> new AccountPages())
                        .add(sheet, statement);
    }

    /** The names of the sheets that may state movements of a sheet before them. */
    Set<String> repeated() {
        return accounts.values().stream()
                .flatMap(pages -> pages.repeated().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}

package vn.thucchat.economy.market.signs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a market has to fulfil to be called "đạt chuẩn Chợ 4.0".
 *
 * @param leastPct per cent that must be reached, where it is computed
 * @param source the document that asks for it
 */
public record Criterion(
        String code,
        String name,
        String nameEn,
        Measure measure,
        @Nullable Integer leastPct,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    /** How it is known. */
    public enum Measure {
        /** of the traders, those who can be paid without cash */
        TRADERS_EQUIPPED,
        /** of the charges of the month before, those paid without cash */
        CHARGES_CASHLESS,
        /** a person says so */
        CONFIRMED
    }

    /** A person's word. */
    public record Confirmation(String criterion, boolean holds, Instant at, String by, String note) {}

    /**
     * How a market stands.
     *
     * @param of {@code part} of it fulfil it; both 0 where it is confirmed
     */
    public record State(
            Criterion criterion,
            boolean holds,
            int part,
            int of,
            @Nullable Confirmation confirmation) {

        /** Of {@code of}, how many there must be. */
        public int least() {
            int pct = criterion.leastPct() == null ? 100 : criterion.leastPct();
            return (int) ((of * (long) pct + 99) / 100);
        }

        /** Whether all hold; where nothing is asked for, nothing is fulfilled. */
        public static boolean all(List<State> states) {
            return !states.isEmpty() && states.stream().allMatch(State::holds);
        }
    }
}

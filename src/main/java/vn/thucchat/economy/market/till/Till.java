package vn.thucchat.economy.market.till;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.thucchat.economy.market.traders.StallAccount;

/**
 * A stall as its trader sees it: where it is and which accounts its buyers pay to. An account that serves several stalls
 * of its trader is heard at each of them.
 *
 * @param accounts one entry for each account, in a fixed order
 */
public record Till(
        UUID stall, String number, UUID market, String marketName, String traderName, List<StallAccount> accounts) {

    static Till of(List<StallAccount> accounts) {
        StallAccount first = accounts.getFirst();
        return new Till(
                first.stall(), first.number(), first.market(), first.marketName(), first.traderName(), accounts);
    }

    /** The payments module's numbers. */
    public List<Integer> numbers() {
        return accounts.stream().map(StallAccount::account).distinct().sorted().toList();
    }

    /** Lists the numbers of the accounts on which the stall was paid on a day. */
    List<Integer> numbers(LocalDate day) {
        return accounts.stream()
                .filter(account -> account.on(day))
                .map(StallAccount::account)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether buyers pay there today. */
    public boolean open() {
        return accounts.stream().anyMatch(account -> account.toOn() == null);
    }

    public boolean synthetic() {
        return accounts.getFirst().synthetic();
    }
}

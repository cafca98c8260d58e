package vn.thucchat.foundation.money.books.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The accounts that money arrives on, and the form that adds one for charges.
 *
 * @param uses what each account is for: the market's name and the unit's, by our numbers of the accounts
 * @param balances what stands at the bank by the books, đồng; none for accounts that have no books
 * @param banks to choose from
 * @param all whether owners' accounts are among them
 * @param next the address of the next part, or null at the end
 */
public record AccountsPage(
        List<ReceivingAccount> accounts,
        Map<Integer, String> uses,
        Map<Integer, Long> balances,
        List<Option> banks,
        boolean all,
        @Nullable String next,
        Form<?> form,
        List<Option> units,
        List<Option> connections) {

    /** Who holds an account, as the list of banks has it; the BIN where it has none. */
    public String bank(ReceivingAccount account) {
        return banks.stream()
                .filter(bank -> bank.value().equals(account.bin()))
                .findFirst()
                .map(Option::text)
                .orElse(account.bin());
    }
}

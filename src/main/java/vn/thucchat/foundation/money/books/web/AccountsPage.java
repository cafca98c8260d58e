package vn.thucchat.foundation.money.books.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/**
 * The accounts that money arrives on, and the form that adds one for charges.
 *
 * @param uses what each account is for: the market's name and the unit's, by our numbers of the accounts
 * @param balances what stands at the bank by the books, đồng; none for accounts that have no books
 * @param closings what banks state stands there, and of which day
 * @param heard when each was told of last
 * @param banks to choose from
 */
public record AccountsPage(
        List<ReceivingAccount> accounts,
        Map<Integer, String> uses,
        Map<Integer, Long> balances,
        Map<Integer, Statements.Closing> closings,
        Map<Integer, Instant> heard,
        List<Option> banks,
        Table table,
        Form<?> form,
        List<Option> units,
        List<Option> connections) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("payments.accounts.for"),
            Table.Column.of("payments.account.number"),
            Table.Column.of("payments.accounts.balance").numbers(),
            Table.Column.of("payments.connection.last"));

    /** Whether traders' own accounts are among them. */
    public boolean all() {
        return "true".equals(table.filters().get("all"));
    }

    /** Who holds an account, as the list of banks has it; the BIN where it has none. */
    public String bank(ReceivingAccount account) {
        return banks.stream()
                .filter(bank -> bank.value().equals(account.bin()))
                .findFirst()
                .map(Option::text)
                .orElse(account.bin());
    }
}

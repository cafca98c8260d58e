package vn.thucchat.economy.market.till.web;

import java.time.LocalDate;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.vietqr.Banks;

/**
 * Whom a buyer pays, as a bank's app shows it before the buyer agrees.
 *
 * @param bank its short name, such as {@code Vietcombank}
 * @param account the number there, in groups of four from the left
 */
public record PaidTo(String holder, String bank, String account) {

    static PaidTo of(ReceivingAccount account, Banks banks, LocalDate day) {
        return new PaidTo(
                account.holder(),
                banks.name(account.bin(), day),
                account.account().replaceAll("(.{4})(?=.)", "$1 "));
    }
}

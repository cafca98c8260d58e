package vn.thucchat.foundation.money.books.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;

/** An account for charges as a person types it; blanks in its number do not count. */
record AccountForm(
        @Pattern(regexp = "[0-9]{6}", message = "payments.banks.bin.fault")
        String bin,

        @Pattern(regexp = " *([0-9A-Za-z] *){1,19}", message = "payments.account.number.fault")
        String account,

        @Size(min = 1, max = 120, message = "payments.account.holder.fault")
        String holder,

        String unit,
        String connection) {

    ReceivingAccounts.New wanted(boolean synthetic) {
        return new ReceivingAccounts.New(
                bin,
                account.replace(" ", ""),
                holder,
                BookUnits.code(unit).orElseThrow(),
                ReceivingAccount.Purpose.CHARGES,
                connection.isEmpty() ? null : connection,
                synthetic);
    }
}

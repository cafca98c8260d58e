package vn.thucchat.foundation.money.payments;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.vietnamese.VietnameseDays;

/** What an address names, for those who may see it: for all others there is no such thing. */
@Component
public class OwnBooks {

    private final ReceivingAccounts accounts;
    private final Payments payments;

    OwnBooks(ReceivingAccounts accounts, Payments payments) {
        this.accounts = accounts;
        this.payments = payments;
    }

    public ReceivingAccount account(Actor actor, int number) {
        return accounts.find(number)
                .filter(found -> payments.keepsBooks(actor, number))
                .orElseThrow(() -> Problem.notFound("payments.account.none"));
    }

    public static LocalDate day(String parameter, String text) {
        return VietnameseDays.parse(text)
                .value()
                // before these nothing was electronic
                .filter(day -> day.getYear() >= 2000)
                .orElseThrow(() -> Problem.bad(parameter, "payments.bad-day"));
    }
}

package vn.thucchat.economy.market.charges.web;

import java.util.List;
import java.util.UUID;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;

/**
 * Confirmation page of a reminder: the selected debtors and what each owes.
 *
 * @param behind arrears of the selected debtors who still owe
 * @param key of the form, so that it counts once
 */
public record ReminderConfirmationPage(Market market, List<Charge.Arrears> behind, UUID key) {

    public long stalls() {
        return behind.stream().map(Charge.Arrears::stall).distinct().count();
    }

    public List<ArrearsReminders.Debtor> debtors() {
        return behind.stream().map(Charge.Arrears::debtor).toList();
    }

    public long owedVnd() {
        return behind.stream().mapToLong(Charge.Arrears::owedVnd).sum();
    }
}

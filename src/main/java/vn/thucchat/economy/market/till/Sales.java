package vn.thucchat.economy.market.till;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.signs.Signs;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.vietqr.QrCode;

/** A code for one sale: for its amount and no other, and only the bank's word makes it paid. */
@Service
public class Sales {

    static final String ORIGIN = "market.sale";
    /** A buyer stands at the stall. */
    private static final Duration TIME = Duration.ofMinutes(15);
    /** Banks take less than this at once. */
    static final long MOST_VND = QrCode.TRANSFER_LIMIT_VND - 1;

    static final long LEAST_VND = 1_000;

    private final SaleStore store;
    private final Payables payables;
    private final Payments payments;
    private final ReceivingAccounts accounts;
    private final InstantSource clock;

    Sales(SaleStore store, Payables payables, Payments payments, ReceivingAccounts accounts, InstantSource clock) {
        this.store = store;
        this.payables = payables;
        this.payments = payments;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @return empty when the amount is none that can be sent: below 1.000 or not below 500.000.000 đồng */
    @Transactional
    public Optional<Sale> ask(Till till, long amountVnd) {
        if (amountVnd < LEAST_VND || amountVnd > MOST_VND) return Optional.empty();
        UUID id = Ids.next(clock);
        Instant until = clock.instant().plus(TIME);
        int account = till.accounts().getFirst().account();
        store.insert(till.market(), id, till.stall());
        Payable asked = payables.ask(List.of(new Payables.Asked(
                        account, amountVnd, until, ORIGIN, id, "Sạp " + till.number(), till.synthetic())))
                .getFirst();
        return Optional.of(sale(asked, new SaleStore.Place(till.market(), till.stall()), List.of()));
    }

    /** A sale of the stall, by its code. */
    public Optional<Sale> find(Till till, String code) {
        return payables.find(code)
                .filter(payable -> payable.origin().equals(ORIGIN))
                .flatMap(payable -> store.find(payable.originId())
                        .filter(place -> place.stall().equals(till.stall()))
                        .map(place -> sale(payable, place, payments.named(payable))));
    }

    /** What a bank app reads: account, the amount that is missing, and code; nothing for the buyer to type. */
    public String qr(Sale sale) {
        ReceivingAccount account = account(sale);
        return QrCode.VietQr.transfer(account.bin(), account.account(), sale.owedVnd(), sale.code())
                .text();
    }

    /** Where a sale is to be paid. */
    public ReceivingAccount account(Sale sale) {
        return accounts.find(sale.account()).orElseThrow();
    }

    /** Where the stall's buyers may pay to; the one that sales are paid on is the first. */
    public List<ReceivingAccount> accounts(Till till) {
        return till.accounts().stream()
                .map(StallAccount::account)
                .distinct()
                .flatMap(number -> accounts.find(number).stream())
                .toList();
    }

    /** What a bank app reads off the stall's own code: account and name, for any amount. */
    public String qr(Till till, ReceivingAccount account) {
        return Signs.payload(account, till.traderName());
    }

    private static Sale sale(Payable payable, SaleStore.Place place, List<Movement> payments) {
        return new Sale(
                payable.originId(),
                place.market(),
                place.stall(),
                payable.account(),
                payable.code(),
                payable.amountVnd(),
                payable.paidVnd(),
                payable.dueAt(),
                payments);
    }
}

package vn.thucchat.demonstration;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/** A buyer whom a newcomer plays: pays a stall as a bank would tell of it, signed, over HTTP, at the front door. */
@Service
public class Buyer {

    private static final long USUAL_VND = 35_000;
    private static final long TOO_MUCH_VND = 10_000;
    private static final int LATEST = 30;

    /** How the buyer pays. */
    public enum Way {
        EXACT,
        LESS,
        MORE,
        /** all of it, without saying what for */
        BARE
    }

    /**
     * What is to be paid.
     *
     * @param code of a sale or charge, or empty for the code on the stall's counter
     * @param amountVnd đồng that are missing; of the counter's code, what people usually pay
     */
    public record Bill(String code, long amountVnd, ReceivingAccount account) {}

    private final DemonstrationSignIn newcomers;
    private final Payables payables;
    private final Payments payments;
    private final ReceivingAccounts accounts;
    private final Receipts receipts;
    private final BankDoor door;
    private final InstantSource clock;

    Buyer(
            DemonstrationSignIn newcomers,
            Payables payables,
            Payments payments,
            ReceivingAccounts accounts,
            Receipts receipts,
            BankDoor door,
            InstantSource clock) {
        this.newcomers = newcomers;
        this.payables = payables;
        this.payments = payments;
        this.accounts = accounts;
        this.receipts = receipts;
        this.door = door;
        this.clock = clock;
    }

    /** What a code asks for, or the counter of stall A1; empty where it is nothing of the demonstration, or paid. */
    public Optional<Bill> bill(String code) {
        if (!newcomers.on()) return Optional.empty();
        if (code.isEmpty())
            return accounts.find(DemoMarket.Teller.SEPAY.bin, DemoMarket.Teller.SEPAY.account())
                    .filter(ReceivingAccount::synthetic)
                    .map(account -> new Bill("", USUAL_VND, account));
        return payables.find(code)
                .filter(asked -> asked.synthetic() && asked.state() == Payable.State.OPEN)
                .flatMap(asked -> accounts.find(asked.account())
                        .filter(account -> teller(account).isPresent())
                        .map(account -> new Bill(asked.code(), asked.owedVnd(), account)));
    }

    /**
     * Pays, and waits until the bank's message is stored.
     *
     * @param amountVnd what the buyer types for the counter's code; of a sale its own amount counts
     * @return the code of the receipt; empty when it is not there yet
     */
    public Optional<String> pay(Bill bill, Way way, long amountVnd) throws IOException, InterruptedException {
        long due = bill.code().isEmpty() ? amountVnd : bill.amountVnd();
        long sent = switch (way) {
            case EXACT, BARE -> due;
            case LESS -> Math.max(1, due / 2);
            case MORE -> due + TOO_MUCH_VND;
        };
        String memo =
                bill.code().isEmpty() || way == Way.BARE ? "KHACH MUA HANG" : "CT DEN " + bill.code() + " MUA HANG";
        DemoMarket.Teller teller = teller(bill.account()).orElseThrow();
        Instant now = clock.instant();
        // 52 bits, as a number in JSON may have: the millisecond and some chance
        long number = (now.toEpochMilli() << 11) | (Ids.next(clock).getLeastSignificantBits() & 0x7FF);
        door.send(List.of(number), one -> BankMessage.of(teller, bill.account().account(), sent, memo, now, one, now));
        return payments
                .page(bill.account().number(), BusinessTime.day(now), BusinessTime.day(now), null, LATEST)
                .stream()
                .filter(movement -> movement.amountVnd() == sent && ("DEMO" + number).equals(movement.reference()))
                .findFirst()
                .map(this::receipt);
    }

    private String receipt(Movement movement) {
        return receipts.code(movement.account(), movement.number());
    }

    private static Optional<DemoMarket.Teller> teller(ReceivingAccount account) {
        return Arrays.stream(DemoMarket.Teller.values())
                .filter(teller -> account.synthetic() && teller.id.equals(account.connection()))
                .findFirst();
    }
}

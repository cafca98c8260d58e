package vn.thucchat.economy.market.till;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.vietqr.Banks;

/** Receipts that anyone can check by their code: what was paid at which stall, and nothing of who paid it. */
@Service
public class Receipts {

    private static final int MARK_SIGNS = 8;
    private static final String PURPOSE = "market.receipt";

    /**
     * A payment at a stall, as its receipt says it.
     *
     * @param bank the name of the bank that told of it, or its BIN
     * @param accountEnd the last four signs of the account
     */
    public record Receipt(String code, Movement payment, StallAccount stall, String bank, String accountEnd) {}

    private final Payments payments;
    private final PaymentMethods methods;
    private final Traders traders;
    private final PaymentNoteStore notes;
    private final ReceivingAccounts accounts;
    private final Banks banks;
    private final Seal seal;

    Receipts(
            Payments payments,
            PaymentMethods methods,
            Traders traders,
            PaymentNoteStore notes,
            ReceivingAccounts accounts,
            Banks banks,
            Seal seal) {
        this.payments = payments;
        this.methods = methods;
        this.traders = traders;
        this.notes = notes;
        this.accounts = accounts;
        this.banks = banks;
        this.seal = seal;
    }

    /** {@code account-number-mark}: the mark cannot be guessed, so nobody reads receipts by counting. */
    public String code(int account, long number) {
        String what = Integer.toString(account, 36) + "-" + Long.toString(number, 36);
        return (what + "-" + seal.mark(what, PURPOSE).substring(0, MARK_SIGNS)).toUpperCase(java.util.Locale.ROOT);
    }

    /** The codes of some lines, by their ids. */
    public Map<UUID, String> codes(List<StallReceipts.Line> lines) {
        var codes = new HashMap<UUID, String>();
        lines.forEach(line -> codes.put(line.id(), code(line.account(), line.number())));
        return codes;
    }

    /** By its code as people type it, or its whole address. Empty when there is no such receipt. */
    public Optional<Receipt> find(String typed) {
        String code = typed.substring(typed.lastIndexOf('/') + 1)
                .strip()
                .toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[^0-9A-Z]+", "-");
        if (!code.matches("[0-9A-Z]{1,6}-[0-9A-Z]{1,10}-[0-9A-Z]{" + MARK_SIGNS + "}")) return Optional.empty();
        String[] pieces = code.split("-", -1);
        long account = Long.parseLong(pieces[0], 36);
        long number = Long.parseLong(pieces[1], 36);
        if (account > Integer.MAX_VALUE || !code((int) account, number).equals(code)) return Optional.empty();
        return payments.find((int) account, number).filter(Movement::incoming).flatMap(this::of);
    }

    /** The receipt of a payment at a stall; empty when it was none. */
    public Optional<Receipt> of(Movement payment) {
        List<StallAccount> stalls = methods.served(List.of(payment.account())).stream()
                .filter(stall -> stall.on(payment.day()))
                .toList();
        if (stalls.isEmpty()) return Optional.empty();
        StallAccount stall = stalls.size() == 1 ? stalls.getFirst() : paid(payment, stalls);
        ReceivingAccount account = accounts.find(payment.account()).orElseThrow();
        String number = account.account();
        return Optional.of(new Receipt(
                code(payment.account(), payment.number()),
                payment,
                stall,
                banks.name(account.bin(), payment.day()),
                number.substring(Math.max(0, number.length() - 4))));
    }

    /** Of several stalls of one day the one whose trader wrote beside the payment; the latest when none did. */
    private StallAccount paid(Movement payment, List<StallAccount> stalls) {
        return stalls.stream()
                .map(StallAccount::market)
                .distinct()
                .flatMap(market -> notes.first(market, payment.id()).stream())
                .findFirst()
                .flatMap(writer -> stalls.stream()
                        .filter(stall -> stall.stall().equals(writer.stall()))
                        .max(Comparator.comparing(stall -> traders.find(stall.trader())
                                .filter(trader -> writer.byAccount().equals(trader.account()))
                                .isPresent())))
                .orElse(stalls.getFirst());
    }
}

package vn.thucchat.economy.market.charges;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/**
 * What stalls owe their market each month: asked for in bulk, each with a code of its own to pay by, and known to be
 * paid by the bank's word.
 */
@Service
public class Charges {

    /** By which the payments module tells what a payable is for. */
    public static final String ORIGIN = "market.charge";

    static final long MOST_VND = 1_000_000_000;

    private final ChargeStore store;
    private final ChargeSumStore sums;
    private final ChargeAsking asking;
    private final Payables payables;
    private final ReceivingAccounts accounts;
    private final InstantSource clock;

    Charges(
            ChargeStore store,
            ChargeSumStore sums,
            ChargeAsking asking,
            Payables payables,
            ReceivingAccounts accounts,
            InstantSource clock) {
        this.store = store;
        this.sums = sums;
        this.asking = asking;
        this.payables = payables;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What became of asking for a month's charges. */
    public sealed interface Asked {

        /** @param asked how many stalls were asked now, {@code before} earlier and left as they were */
        record Done(int asked, int before) implements Asked {}

        record Wrong(FieldError flaw) implements Asked {}
    }

    public Optional<Charge> find(UUID id) {
        return store.find(id);
    }

    /** The latest month first. */
    public List<Charge> of(Stall stall) {
        return store.ofStall(stall.market(), stall.id());
    }

    /** What the person still has to pay at any stall, the first due first. */
    public List<Charge> owedBy(Actor trader) {
        return trader.signedIn() ? store.owedBy(trader.account()) : List.of();
    }

    /** What the person paid, the latest month first. */
    public List<Charge> paidBy(Actor trader) {
        return trader.signedIn() ? store.paidBy(trader.account()) : List.of();
    }

    /** Of a month and kind, in the order of stall numbers, after one already seen. */
    public List<Charge> of(Market market, YearMonth month, Charge.Kind kind, String after, int limit) {
        return store.ofMonth(market.id(), month.atDay(1), kind, after, limit);
    }

    public List<Charge.Standing> standing(Market market, YearMonth month) {
        return sums.standing(market.id(), month.atDay(1));
    }

    /**
     * Who is behind at which stall of a market today, the longest first.
     *
     * @param words how a stall's number begins or a part of its trader's name, however typed; empty: all
     */
    public List<Charge.Arrears> arrears(Market market, String words) {
        LocalDate day = today();
        Map<UUID, Long> paid = paidInPart(List.of(market.id()), day);
        if (words.isBlank()) return sums.arrears(market.id(), day, "", "", paid);
        // what is no number begins none
        String number = StallNumber.read(words).map(StallNumber::plain).orElse("");
        return sums.arrears(market.id(), day, number, NameSearchKey.of(words), paid);
    }

    /** What is behind today, by market, without those that are not. */
    public Map<UUID, Charge.Overdue> overdue(Collection<UUID> markets) {
        LocalDate day = today();
        return sums.overdue(markets, day, paidInPart(markets, day));
    }

    /** What is behind in a market, whoever asks. */
    public Charge.Overdue overdue(Market market) {
        return overdue(List.of(market.id())).getOrDefault(market.id(), Charge.Overdue.NONE);
    }

    /** Empty for a charge of somebody else. */
    public Optional<Charge> own(Actor trader, UUID id) {
        return trader.signedIn() ? store.own(trader.account(), id) : Optional.empty();
    }

    /** By charge what is still missing of it, in đồng: less than its amount when it was paid short, 0 when nothing. */
    public Map<UUID, Long> owedVnd(Collection<Charge> of) {
        var owed = new HashMap<UUID, Long>();
        of.forEach(charge -> owed.put(charge.id(), charge.open() ? charge.amountVnd() : 0));
        payables.of(ORIGIN, owed.keySet())
                .forEach(payable -> owed.merge(payable.originId(), payable.owedVnd(), Math::min));
        return owed;
    }

    /** The text of the QR code that pays a charge: amount and code are in it. */
    public String payload(Charge charge) {
        return payload(charge, charge.amountVnd());
    }

    /** @param amountVnd đồng, such as what is still missing */
    public String payload(Charge charge, long amountVnd) {
        ReceivingAccount account = accounts.find(charge.account()).orElseThrow();
        return QrCode.VietQr.transfer(account.bin(), account.account(), amountVnd, charge.code())
                .text();
    }

    /** Asks every rented stall for the rent that its contract says. */
    @Transactional
    public Asked rent(Actor actor, Market market, YearMonth month, LocalDate dueOn) {
        return asking.ask(actor, market, month, Charge.Kind.RENT, dueOn, asking.rents(market, month));
    }

    /** Asks every rented stall for the same amount. */
    @Transactional
    public Asked each(Actor actor, Market market, YearMonth month, Charge.Kind kind, LocalDate dueOn, long amountVnd) {
        return asking.ask(actor, market, month, kind, dueOn, asking.same(market, month, amountVnd));
    }

    /**
     * Asks stalls for what each owes. Who was asked for the same month and kind before is left alone, so that sending
     * twice asks once.
     *
     * @param amountsVnd đồng by stall; stalls that nobody rents are not asked
     */
    @Transactional
    public Asked ask(
            Actor actor,
            Market market,
            YearMonth month,
            Charge.Kind kind,
            LocalDate dueOn,
            Map<UUID, Long> amountsVnd) {
        return asking.ask(actor, market, month, kind, dueOn, amountsVnd);
    }

    /** Nobody waits for it any more; the fact that it was due is voided. */
    @Transactional
    public Result cancel(Actor actor, Market market, Charge charge) {
        return asking.cancel(actor, market, charge);
    }

    private Map<UUID, Long> paidInPart(Collection<UUID> markets, LocalDate day) {
        return payables.paidInPart(ORIGIN, sums.accounts(markets, day));
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}

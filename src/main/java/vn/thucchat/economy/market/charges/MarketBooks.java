package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Reconciliation;

/**
 * A market's charges against its bank: what was asked for and how it was paid, and what the bank states of the accounts
 * against what of it is known to pay for something. Who may see it is for the caller to know; nothing says who paid.
 */
@Service
public class MarketBooks {

    private static final Payments.Total NONE = new Payments.Total(0, 0);

    /** More that waits is not listed: the work list has all. */
    private static final int LISTED = 100;

    /** An account's day. */
    record At(int account, LocalDate day) {}

    /** What was asked for a month's charges of a kind, and what of it was paid how; amounts in đồng. */
    public record OfKind(Charge.Kind kind, Payments.Total asked, Payments.Total cashless, Payments.Total cash) {

        /** What has not been paid. */
        public Payments.Total owed() {
            return new Payments.Total(
                    asked.count() - cashless.count() - cash.count(),
                    asked.amountVnd() - cashless.amountVnd() - cash.amountVnd());
        }
    }

    /**
     * A day of an account.
     *
     * @param books what the bank states against what was told
     * @param waiting of what came in: nobody has said what it is for
     * @param charges of this market, that were paid in full that day by transfer
     */
    public record Day(Reconciliation.Day books, Payments.Total waiting, Payments.Total charges) {

        /** Of what came in, đồng that are known to pay for something, or were decided on. */
        public long settledVnd() {
            return books.recorded().in().amountVnd() - waiting.amountVnd();
        }

        /** Whether somebody has to look at it. */
        public boolean open() {
            return books.state() != Reconciliation.State.AGREES || waiting.count() > 0;
        }
    }

    /** An account in a month, the latest day first. */
    public record OfAccount(ReceivingAccount account, List<Day> days) {

        public OfAccount {
            days = List.copyOf(days);
        }

        /** What the bank states came in. */
        public long statedVnd() {
            return days.stream()
                    .mapToLong(day -> day.books().stated().in().amountVnd())
                    .sum();
        }

        public long recordedVnd() {
            return days.stream()
                    .mapToLong(day -> day.books().recorded().in().amountVnd())
                    .sum();
        }

        public long settledVnd() {
            return days.stream().mapToLong(Day::settledVnd).sum();
        }

        public long waitingVnd() {
            return days.stream().mapToLong(day -> day.waiting().amountVnd()).sum();
        }

        public long chargesVnd() {
            return days.stream().mapToLong(day -> day.charges().amountVnd()).sum();
        }

        public boolean agrees() {
            return days.stream().noneMatch(Day::open);
        }
    }

    /**
     * A month.
     *
     * @param sharing other markets whose charges come in on the same accounts
     * @param waiting of any day, the oldest first, at most a hundred
     */
    public record Month(
            YearMonth month,
            List<OfKind> kinds,
            List<OfAccount> accounts,
            List<String> sharing,
            List<PaymentExceptions.Waiting> waiting) {

        /** All kinds together. */
        public OfKind all() {
            var all = new OfKind(Charge.Kind.OTHER, NONE, NONE, NONE);
            for (OfKind it : kinds)
                all = new OfKind(
                        all.kind(),
                        plus(all.asked(), it.asked()),
                        plus(all.cashless(), it.cashless()),
                        plus(all.cash(), it.cash()));
            return all;
        }
    }

    private final ChargeSumStore charges;
    private final Markets markets;
    private final ReceivingAccounts accounts;
    private final Reconciliation reconciliation;
    private final PaymentExceptions exceptions;

    MarketBooks(
            ChargeSumStore charges,
            Markets markets,
            ReceivingAccounts accounts,
            Reconciliation reconciliation,
            PaymentExceptions exceptions) {
        this.charges = charges;
        this.markets = markets;
        this.accounts = accounts;
        this.reconciliation = reconciliation;
        this.exceptions = exceptions;
    }

    public Month of(Market market, YearMonth month) {
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        Map<At, Payments.Total> paid = charges.paidDays(market.id(), from, to);
        var numbers = new TreeSet<>(charges.accounts(market.id()));
        if (market.chargesAccount() != null) numbers.add(market.chargesAccount());
        var all = new ArrayList<OfAccount>();
        for (ReceivingAccount account : numbers.isEmpty() ? List.<ReceivingAccount>of() : accounts.find(numbers)) {
            Map<LocalDate, Payments.Total> waiting = exceptions.waiting(account.number(), from, to);
            all.add(new OfAccount(
                    account,
                    reconciliation.days(account.number(), from, to).stream()
                            .map(day -> new Day(
                                    day,
                                    Objects.requireNonNullElse(waiting.get(day.day()), NONE),
                                    Objects.requireNonNullElse(paid.get(new At(account.number(), day.day())), NONE)))
                            .toList()));
        }
        return new Month(
                month,
                charges.balance(market.id(), from),
                all,
                numbers.isEmpty() ? List.of() : markets.sharing(market, numbers),
                exceptions.open(numbers, LISTED));
    }

    private static Payments.Total plus(Payments.Total one, Payments.Total other) {
        return new Payments.Total(one.count() + other.count(), one.amountVnd() + other.amountVnd());
    }
}

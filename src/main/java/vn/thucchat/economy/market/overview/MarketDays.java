package vn.thucchat.economy.market.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.DayBreakdown;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.rollups.Formula;

/**
 * A market's day on one page, in as many statements whatever happened. What is counted comes from the facts, so that it
 * is what figures are made of, by the same formulas; what waits comes from the books.
 */
@Service
public class MarketDays {

    /** From one morning to the next: markets sleep. */
    private static final Duration QUIET = Duration.ofHours(24);

    private static final Formula[] COUNTED = {
        MarketFormulas.PAYMENTS,
        MarketFormulas.RECEIVED_VND,
        MarketFormulas.STALLS_PAID,
        MarketFormulas.STALLS_READY,
        MarketFormulas.CASHLESS,
        MarketFormulas.CASHLESS_VND,
        MarketFormulas.CASH,
        MarketFormulas.CASH_VND,
        MarketFormulas.JOINED,
        MarketFormulas.LEFT,
        MarketFormulas.STALLS_EQUIPPED
    };

    private final MarketSums sums;
    private final Stalls stalls;
    private final PaymentMethods acceptances;
    private final Inspections inspections;
    private final Payments payments;
    private final PaymentExceptions exceptions;
    private final ReceivingAccounts accounts;
    private final Connections connections;
    private final InstantSource clock;

    MarketDays(
            MarketSums sums,
            Stalls stalls,
            PaymentMethods acceptances,
            Inspections inspections,
            Payments payments,
            PaymentExceptions exceptions,
            ReceivingAccounts accounts,
            Connections connections,
            InstantSource clock) {
        this.sums = sums;
        this.stalls = stalls;
        this.acceptances = acceptances;
        this.inspections = inspections;
        this.payments = payments;
        this.exceptions = exceptions;
        this.accounts = accounts;
        this.connections = connections;
        this.clock = clock;
    }

    /** Of a day until today, at one moment: its hours come to its sum. Who may see it is for the caller to know. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MarketDay of(Market market, LocalDate day) {
        Instant asOf = sums.asOf();
        MarketSums.Values values = sums.of(market, day, day, COUNTED);
        MarketSums.Values before = sums.of(
                market, day.minusDays(1), day.minusDays(1), MarketFormulas.PAYMENTS, MarketFormulas.RECEIVED_VND);
        DayBreakdown course = sums.course(market, day);
        Map<Integer, UUID> sellers = acceptances.on(market, day);
        var shortPaid = payments.shortPaid(sellers.keySet(), day, MarketDay.LISTED);
        var named = new TreeSet<UUID>(course.subjects().keySet());
        shortPaid.forEach(movement -> named.add(Objects.requireNonNull(sellers.get(movement.account()))));
        Map<UUID, String> numbers = stalls.numbers(market, named);
        Integer charges = market.chargesAccount();
        Instant end = day.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
        return new MarketDay(
                day,
                new MarketDay.Received(
                        values.total(MarketFormulas.PAYMENTS, MarketFormulas.RECEIVED_VND),
                        before.total(MarketFormulas.PAYMENTS, MarketFormulas.RECEIVED_VND),
                        values.whole(MarketFormulas.STALLS_PAID),
                        course.hours(),
                        paid(course.subjects(), numbers)),
                values.whole(MarketFormulas.STALLS_READY),
                new MarketDay.Charged(
                        values.total(MarketFormulas.CASHLESS, MarketFormulas.CASHLESS_VND),
                        values.total(MarketFormulas.CASH, MarketFormulas.CASH_VND)),
                new MarketDay.Changes(
                        values.whole(MarketFormulas.JOINED),
                        values.whole(MarketFormulas.LEFT),
                        values.whole(MarketFormulas.STALLS_EQUIPPED)),
                shortPaid.stream()
                        .map(movement -> {
                            UUID stall = Objects.requireNonNull(sellers.get(movement.account()));
                            return new MarketDay.PaidShort(stall, numbers.getOrDefault(stall, "–"), movement);
                        })
                        .toList(),
                charges == null ? new Payments.Total(0, 0) : exceptions.waiting(List.of(charges)),
                inspections.standing(market, end).orElse(null),
                day.equals(BusinessTime.day(clock.instant())) ? banks(market) : List.of(),
                asOf);
    }

    private static List<MarketDay.Paid> paid(Map<UUID, Evidence.Total> stalls, Map<UUID, String> numbers) {
        return stalls.entrySet().stream()
                .map(paid ->
                        new MarketDay.Paid(paid.getKey(), numbers.getOrDefault(paid.getKey(), "–"), paid.getValue()))
                .toList();
    }

    /** Those that the market's stalls and its account for charges are heard through. */
    private List<MarketDay.Bank> banks(Market market) {
        var ids = new TreeSet<String>();
        if (market.connection() != null) ids.add(market.connection());
        if (market.chargesAccount() != null)
            accounts.find(market.chargesAccount())
                    .map(ReceivingAccount::connection)
                    .ifPresent(ids::add);
        if (ids.isEmpty()) return List.of();
        Map<String, Connection> open = connections.serving(market.unit(), market.synthetic()).stream()
                .filter(connection -> ids.contains(connection.id()))
                .collect(Collectors.toMap(Connection::id, connection -> connection));
        Map<String, Instant> heard = connections.heard(open.values());
        Instant quiet = clock.instant().minus(QUIET);
        var banks = new ArrayList<MarketDay.Bank>();
        for (String id : ids) {
            Connection connection = open.get(id);
            Instant at = heard.get(id);
            banks.add(new MarketDay.Bank(
                    connection == null ? id : connection.name(),
                    connection != null,
                    at,
                    connection != null && (at == null || at.isBefore(quiet))));
        }
        return banks;
    }
}

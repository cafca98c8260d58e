package vn.thucchat.economy.market.till;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.money.payments.Payment;
import vn.thucchat.foundation.money.payments.PaymentsReceived;

/** Records that buyers paid at stalls, in the transaction that stores the payments. Nothing in it says who paid. */
@Component
class StallPayments {

    /** How soon a stall's new trader is known; the payment itself is on the right account in any case. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private final PaymentMethods methods;
    private final SaleStore sales;
    private final Facts facts;
    private final java.time.InstantSource clock;
    private final Cache<Integer, List<StallAccount>> known = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    StallPayments(PaymentMethods methods, SaleStore sales, Facts facts, java.time.InstantSource clock) {
        this.methods = methods;
        this.sales = sales;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void received(PaymentsReceived event) {
        // what was told when it arrived is no new payment when somebody says what it was for
        List<Payment> arrived = event.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.ARRIVED)
                .toList();
        event.payments().stream()
                .filter(payment -> payment.kind() == Payment.Kind.REVERSED)
                .forEach(this::takenBack);
        if (arrived.isEmpty()) return;
        Map<Integer, List<StallAccount>> served = served(arrived);
        Map<UUID, UUID> sold = sold(arrived);
        var paid = new ArrayList<Fact>(arrived.size());
        for (Payment payment : arrived) {
            StallAccount stall = stall(payment, served.getOrDefault(payment.account(), List.of()), sold);
            if (stall != null) paid.add(fact(payment, stall));
        }
        facts.record(paid);
    }

    /** The bank took it back: what was recorded of it does not hold any more. */
    private void takenBack(Payment payment) {
        StallAccount stall =
                stall(payment, served(List.of(payment)).getOrDefault(payment.account(), List.of()), Map.of());
        if (stall == null) return;
        Instant now = clock.instant();
        facts.byEvidence(TillKinds.RECEIVED, stall.unit(), payment.day(), payment.day(), payment.id())
                .ifPresent(said -> facts.record(said.voided(new FactId(Ids.next(clock)), now, BusinessTime.day(now))));
    }

    private Map<Integer, List<StallAccount>> served(List<Payment> payments) {
        var found = new HashMap<Integer, List<StallAccount>>();
        var missing = new HashSet<Integer>();
        for (Payment payment : payments) {
            List<StallAccount> there = known.getIfPresent(payment.account());
            if (there == null) missing.add(payment.account());
            else found.put(payment.account(), there);
        }
        if (missing.isEmpty()) return found;
        for (int account : missing) found.put(account, new ArrayList<>());
        for (StallAccount stall : methods.served(missing))
            Objects.requireNonNull(found.get(stall.account())).add(stall);
        for (int account : missing) {
            List<StallAccount> stalls = List.copyOf(Objects.requireNonNull(found.get(account)));
            found.put(account, stalls);
            // an account that is no stall's yet may become one at any moment
            if (!stalls.isEmpty()) known.put(account, stalls);
        }
        return found;
    }

    /** By sale the stall where it was made: an account may serve several. */
    private Map<UUID, UUID> sold(List<Payment> payments) {
        List<UUID> ids = payments.stream()
                .map(Payment::paid)
                .filter(paid -> paid != null && paid.origin().equals(Sales.ORIGIN))
                .map(paid -> Objects.requireNonNull(paid).originId())
                .toList();
        return ids.isEmpty() ? Map.of() : sales.stalls(ids);
    }

    private static @Nullable StallAccount stall(Payment payment, List<StallAccount> stalls, Map<UUID, UUID> sold) {
        Payment.Paid paid = payment.paid();
        UUID at = paid == null ? null : sold.get(paid.originId());
        StallAccount first = null;
        for (StallAccount stall : stalls) {
            if (!on(stall, payment.day())) continue;
            if (stall.stall().equals(at)) return stall;
            if (first == null) first = stall;
        }
        return first;
    }

    private static boolean on(StallAccount stall, LocalDate day) {
        return !day.isBefore(stall.fromOn()) && (stall.toOn() == null || !day.isAfter(stall.toOn()));
    }

    private Fact fact(Payment payment, StallAccount stall) {
        return new Fact(
                new FactId(Ids.next(clock)),
                TillKinds.RECEIVED,
                stall.unit(),
                payment.day(),
                payment.at(),
                stall.stall(),
                Map.of("market", stall.marketCode(), "channel", "vietqr"),
                1,
                payment.amountVnd(),
                Provenance.MEASURED,
                payment.synthetic() || stall.synthetic(),
                payment.id(),
                null);
    }
}

package vn.thucchat.economy.market.signs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.vietqr.QrCode;

/** The QR signs of a market's stalls. */
@Service
public class Signs {

    private static final int LONGEST_NAME = 25;

    private final Stalls stalls;
    private final Traders traders;
    private final PaymentMethods acceptances;

    Signs(Stalls stalls, Traders traders, PaymentMethods acceptances) {
        this.stalls = stalls;
        this.traders = traders;
        this.acceptances = acceptances;
    }

    /** All of a market, in the order of stall numbers. */
    public List<Sign> of(Market market) {
        return of(market, _ -> true);
    }

    /** Those of one stall: one for each bank. */
    public List<Sign> of(Market market, Stall stall) {
        return of(market, other -> other.id().equals(stall.id()));
    }

    /** Those of one zone. */
    public List<Sign> of(Market market, UUID zone) {
        return of(market, stall -> stall.zone().equals(zone));
    }

    /** The sign of each stall's first account: buyers see one code at a counter, and money comes to one place. */
    public static List<Sign> firsts(List<Sign> signs) {
        Set<UUID> seen = new HashSet<>();
        return signs.stream().filter(sign -> seen.add(sign.stall())).toList();
    }

    private List<Sign> of(Market market, Predicate<Stall> wanted) {
        List<Stall> all = stalls.all(market).stream()
                .filter(stall -> stall.closedOn() == null)
                .filter(wanted)
                .toList();
        Set<UUID> ids = new HashSet<>();
        all.forEach(stall -> ids.add(stall.id()));
        List<PaymentMethod> ways = acceptances.open(market).stream()
                .filter(way -> way.account() != null && way.mark() != null && ids.contains(way.stall()))
                .toList();
        Map<Integer, ReceivingAccount> accounts = acceptances.accounts(ways);
        Map<UUID, String> names = names(market, ways);
        Map<UUID, List<PaymentMethod>> byStall = new HashMap<>();
        ways.forEach(way ->
                byStall.computeIfAbsent(way.stall(), _ -> new ArrayList<>()).add(way));
        var signs = new ArrayList<Sign>();
        for (Stall stall : all)
            for (PaymentMethod way : byStall.getOrDefault(stall.id(), List.of())) {
                ReceivingAccount account = accounts.get(Objects.requireNonNull(way.account()));
                if (account == null) continue;
                String trader = names.getOrDefault(way.trader(), account.holder());
                signs.add(new Sign(
                        stall.id(),
                        stall.number(),
                        stall.zoneName(),
                        trader,
                        way.label(),
                        account.account(),
                        account.holder(),
                        payload(account, trader),
                        Objects.requireNonNull(way.mark())));
            }
        return signs;
    }

    private Map<UUID, String> names(Market market, Collection<PaymentMethod> ways) {
        var names = new HashMap<UUID, String>();
        if (ways.size() == 1) {
            UUID only = ways.iterator().next().trader();
            traders.find(market, only).ifPresent(trader -> names.put(only, trader.name()));
        } else traders.all(market).forEach(trader -> names.put(trader.id(), trader.name()));
        return names;
    }

    /** For many uses, without an amount. */
    public static String payload(ReceivingAccount account, String name) {
        return QrCode.VietQr.transfer(account.bin(), account.account(), null, null)
                .named(folded(name))
                .text();
    }

    /** In capitals without marks, cut to what a code holds. */
    static @Nullable String folded(String name) {
        String plain = QrCode.memo(name).toUpperCase(Locale.ROOT);
        String cut =
                plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME).strip() : plain;
        return cut.isEmpty() ? null : cut;
    }
}

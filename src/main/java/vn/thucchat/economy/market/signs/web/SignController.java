package vn.thucchat.economy.market.signs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.Zone;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.signs.Sign;
import vn.thucchat.economy.market.signs.Signs;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;

/** The QR signs: printed for the stalls, and checked by anybody who sees one. */
@Controller
class SignController {

    /** As many as are laid out in some seconds. */
    private static final int OF_A_PART = 100;

    private static final int CHECKS_PER_MINUTE = 30;

    private final Markets markets;
    private final Stalls stalls;
    private final Traders traders;
    private final PaymentMethods acceptances;
    private final Signs signs;
    private final Quota quota;
    private final Pages pages;
    private final String base;

    SignController(
            Markets markets,
            Stalls stalls,
            Traders traders,
            PaymentMethods acceptances,
            Signs signs,
            Quota quota,
            Pages pages,
            @Value("${thucchat.base-url}") String base) {
        this.markets = markets;
        this.stalls = stalls;
        this.traders = traders;
        this.acceptances = acceptances;
        this.signs = signs;
        this.quota = quota;
        this.pages = pages;
        this.base = base;
    }

    @GetMapping("/markets/{code}/signs")
    @Allow(MarketRoles.MARKET_MANAGER)
    View parts(Actor actor, @Managed Market market, @RequestParam(defaultValue = "false") boolean all) {
        List<Sign> every = signs.of(market);
        List<Sign> wanted = all ? every : Signs.firsts(every);
        var parts = new ArrayList<SignsPage.Part>();
        for (Zone zone : markets.zones(market)) {
            List<Sign> of = wanted.stream()
                    .filter(sign -> sign.zone().equals(zone.name()))
                    .toList();
            for (int from = 0; from < of.size(); from += OF_A_PART) {
                List<Sign> part = of.subList(from, Math.min(of.size(), from + OF_A_PART));
                parts.add(new SignsPage.Part(
                        MarketLookup.path(market) + "/signs.pdf?zone=" + zone.id() + "&part=" + (from / OF_A_PART + 1)
                                + (all ? "&all=true" : ""),
                        zone.name(),
                        part.getFirst().number(),
                        part.getLast().number(),
                        part.size()));
            }
        }
        return pages.show(
                "economy/market/signs/signs",
                new SignsPage(market, wanted.size(), every.size() - wanted.size(), parts));
    }

    /** Of one stall, or of a part of a zone: one for each stall, or one for each of its accounts. */
    @GetMapping("/markets/{code}/signs.pdf")
    @Allow(MarketRoles.MARKET_MANAGER)
    ResponseEntity<byte[]> print(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @Managed Market market,
            @RequestParam(required = false) @Nullable UUID stall,
            @RequestParam(required = false) @Nullable UUID zone,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "1") int part) {
        quota.charge(request, Downloads.A_MINUTE);
        List<Sign> every = stall != null
                ? signs.of(market, stalls.find(market, stall).orElseThrow(() -> Problem.notFound("market.stall.none")))
                : zone == null ? List.of() : signs.of(market, zone);
        List<Sign> wanted = (all ? every : Signs.firsts(every))
                .stream()
                        .skip((Math.max(1L, part) - 1) * OF_A_PART)
                        .limit(OF_A_PART)
                        .toList();
        if (wanted.isEmpty()) throw Problem.notFound("market.signs.none");
        byte[] pdf = Papers.pdf(pages.paper(
                "economy/market/signs/sign-paper",
                t,
                new SignPaper(market.name(), base, wanted, market.synthetic() ? t.of("badge.synthetic") : null)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s-%s.pdf\""
                                .formatted(
                                        market.code(),
                                        wanted.getFirst().number().replace('/', '-')))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }

    /** What the small code on a sign leads to. */
    @GetMapping("/market/signs/{mark}")
    @Allow(anyone = true)
    View check(HttpServletRequest request, @PathVariable("mark") String typed) {
        quota.charge(request, CHECKS_PER_MINUTE);
        String mark = typed.toUpperCase(Locale.ROOT);
        List<PaymentMethod> ways = mark.matches("[2-9A-HJ-NP-Z]{6}") ? acceptances.marked(mark) : List.of();
        if (ways.isEmpty()) throw Problem.notFound("market.sign.none");
        var accounts = acceptances.accounts(ways);
        return pages.show(
                "economy/market/signs/sign",
                new SignPage(
                        mark,
                        ways.stream()
                                .map(way -> owner(way, accounts.get(Objects.requireNonNullElse(way.account(), 0))))
                                .toList()));
    }

    private SignPage.Owner owner(PaymentMethod way, @Nullable ReceivingAccount account) {
        Market market = markets.find(way.market()).orElseThrow();
        Stall stall = stalls.find(market, way.stall()).orElseThrow();
        String number = account == null ? "" : account.account();
        return new SignPage.Owner(
                market.name(),
                MarketLookup.path(market),
                market.synthetic(),
                stall.number(),
                traders.find(market, way.trader()).map(Trader::name).orElse(""),
                way.label(),
                number.length() > 4 ? number.substring(number.length() - 4) : number,
                way.toOn());
    }
}

package vn.thucchat.economy.market.traders.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.TraderSignIns;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.papers.QrImages;

/** A trader is given a sign-in over the counter, or it is taken back. */
@Controller
@RequestMapping("/markets/{code}/traders/{trader}/sign-in")
class TraderSignInController {

    private final TraderSignIns signIns;
    private final Pages pages;
    private final String address;

    TraderSignInController(TraderSignIns signIns, Pages pages, @Value("${thucchat.base-url}") String site) {
        this.signIns = signIns;
        this.pages = pages;
        this.address = site + "/sign-in";
    }

    @PostMapping
    @Allow(value = MarketRoles.MARKET_MANAGER, recent = 60)
    View give(Actor actor, @Managed Market market, Trader trader) {
        return slip(market, trader, signIns.give(actor, market, trader.id()));
    }

    @PostMapping("/renewed")
    @Allow(value = MarketRoles.MARKET_MANAGER, recent = 60)
    View renew(Actor actor, @Managed Market market, Trader trader) {
        return slip(market, trader, signIns.renew(actor, market, trader.id()));
    }

    @PostMapping("/taken-back")
    @Allow(value = MarketRoles.MARKET_MANAGER, recent = 60)
    View takeBack(Actor actor, @Managed Market market, Trader trader, Flash flash) {
        TraderSignIns.Ended ended =
                signIns.takeBack(actor, market, trader.id()).orElseThrow(() -> Problem.notFound("market.none"));
        String notice = switch (ended) {
            case CLOSED -> "market.sign-in.ended";
            case GOES_ON -> "market.sign-in.goes-on";
            case STAYS_OPEN -> "market.sign-in.stays-open";
        };
        return flash.then(notice, MarketLookup.path(market) + "/traders/" + trader.id());
    }

    /** Shown here and now: a redirect would have to keep the password somewhere. */
    private View slip(Market market, Trader trader, TraderSignIns.Given given) {
        return switch (given) {
            case TraderSignIns.Given.Done(String username, String password) ->
                pages.show(
                        "economy/market/traders/sign-in-slip",
                        new SignInSlipPage(market, trader, username, password, address, QrImages.svg(address)));
            case TraderSignIns.Given.Refused(Result why) -> throw why.problem();
        };
    }
}

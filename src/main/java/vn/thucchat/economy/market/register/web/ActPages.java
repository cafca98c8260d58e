package vn.thucchat.economy.market.register.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** Shows the evidence of a market's facts, in whichever room the act was recorded. */
@Component
@NamedInterface("lookup")
public class ActPages {

    private final Markets markets;
    private final MarketLookup desk;
    private final LinkAccess doors;
    private final Pages pages;

    ActPages(Markets markets, MarketLookup desk, LinkAccess doors, Pages pages) {
        this.markets = markets;
        this.desk = desk;
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * @param market its id
     * @param record under the market's address, where those in charge see it whole: others get no link to it
     */
    public View show(Actor actor, Texts t, UUID market, Act act, String record) {
        Market of = markets.find(market).orElseThrow();
        String path = MarketLookup.path(of) + record;
        return page(t, of, act, visible(actor, of, path) ? path : null);
    }

    /** The act of a market itself, whose page is open to everybody. */
    View show(Texts t, Market market, Act act) {
        return page(t, market, act, MarketLookup.path(market));
    }

    private View page(Texts t, Market market, Act act, @Nullable String record) {
        return pages.show(
                "economy/market/register/act",
                new ActPage(market, new Link("/units/" + market.unit(), desk.place(t, market.unit())), act, record));
    }

    private boolean visible(Actor actor, Market market, String path) {
        return markets.mayRead(actor, market)
                && doors.open(actor, path, market.unit().value(), market.synthetic());
    }

    /** The answer where there is no such act, or none that the reader may see. */
    public static Problem none() {
        return Problem.notFound("market.act.none");
    }
}

package vn.thucchat.economy.market.register.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** Opens and changes markets. */
@Controller
record MarketFormController(
        Markets markets,
        Connections connections,
        ReceivingAccounts accounts,
        Banks banks,
        MarketLookup desk,
        Pages pages) {

    /** Of more communes the code is typed. */
    private static final int MOST_COMMUNES = 200;

    @GetMapping("/markets/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View blank(Actor actor, Texts t) {
        String today = markets.today().toString();
        return form(actor, t, null, Form.blank(t, Map.of("opened", today)), HttpStatus.OK);
    }

    @PostMapping("/markets/new")
    @Allow(MarketRoles.MARKET_MANAGER)
    View open(Actor actor, Texts t, Form<MarketForm> form, Flash flash) {
        if (UnitCode.read(form.text("unit")).isEmpty()) form = form.with("unit", "market.unit.fault");
        if (form.text("opened").isEmpty()) form = form.with("opened", "market.day.fault");
        MarketForm typed = form.soFar();
        return form.answer(
                it -> markets.open(actor, it.draft(it.unit(), Objects.requireNonNull(it.opened()))),
                _ -> flash.then("market.is-opened", "/markets/" + typed.addressCode()),
                (wrong, status) -> form(actor, t, null, wrong, status));
    }

    @GetMapping("/markets/{code}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @Managed Market market) {
        return form(actor, t, market, Form.blank(t, fields(market)), HttpStatus.OK);
    }

    @PostMapping("/markets/{code}/edit")
    @Allow(MarketRoles.MARKET_MANAGER)
    View change(Actor actor, Texts t, @Managed Market market, Form<MarketForm> form, Flash flash) {
        return form.answer(
                typed -> markets.change(
                        actor,
                        Objects.equals(typed.version(), market.version()) ? market : stale(market),
                        typed.draft(market.unit().value(), market.openedOn())),
                _ -> flash.then("market.is-changed", MarketLookup.path(market)),
                (wrong, status) -> form(actor, t, market, wrong, status));
    }

    /** As it was when the form was shown: of a version that is no more. */
    private static Market stale(Market market) {
        return new Market(
                market.id(),
                market.code(),
                market.name(),
                market.unit(),
                market.marketClass(),
                market.address(),
                market.connection(),
                market.chargesAccount(),
                market.openedOn(),
                market.closedOn(),
                market.synthetic(),
                0);
    }

    private Map<String, String> fields(Market market) {
        var fields = new HashMap<String, String>();
        fields.put("name", market.name());
        fields.put("marketClass", Objects.toString(market.marketClass(), ""));
        fields.put("address", market.address());
        fields.put("connection", Objects.requireNonNullElse(market.connection(), ""));
        fields.put("version", Integer.toString(market.version()));
        Integer charges = market.chargesAccount();
        if (charges != null)
            accounts.find(charges).ifPresent(account -> {
                fields.put("chargesBin", account.bin());
                fields.put("chargesAccount", account.account());
                fields.put("chargesHolder", account.holder());
            });
        return fields;
    }

    private View form(Actor actor, Texts t, @Nullable Market market, Form<?> form, HttpStatus status) {
        List<UnitCode> communes = market == null ? markets.communes(actor) : List.of();
        return pages.show(
                "economy/market/register/market-form",
                new MarketFormPage(
                        market,
                        market == null ? "/markets/new" : MarketLookup.path(market) + "/edit",
                        form,
                        communes.size() > MOST_COMMUNES
                                ? List.of()
                                : communes.stream()
                                        .map(code -> new Option(code.value(), desk.place(t, code)))
                                        .toList(),
                        Stream.concat(
                                        Stream.of(new Option("", t.of("market.class.none"))),
                                        Stream.of("1", "2", "3").map(n -> new Option(n, t.of("market.class.of", n))))
                                .toList(),
                        options(t, actor, market, communes),
                        banks.options(markets.today(), t)),
                status);
    }

    private List<Option> options(Texts t, Actor actor, @Nullable Market market, List<UnitCode> communes) {
        UnitCode unit = market != null ? market.unit() : communes.size() == 1 ? communes.getFirst() : null;
        boolean synthetic = market == null ? actor.synthetic() : market.synthetic();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("market.connection.none")));
        if (unit != null)
            connections
                    .serving(unit, synthetic)
                    .forEach(c -> options.add(new Option(c.id(), c.name() + " · " + c.provider())));
        return options;
    }
}

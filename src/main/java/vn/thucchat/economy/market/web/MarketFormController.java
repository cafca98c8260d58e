package vn.thucchat.economy.market.web;

import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.AccountsOfMarket;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.Markets;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.payments.Banks;
import vn.thucchat.foundation.payments.Connections;
import vn.thucchat.foundation.payments.ReceivingAccounts;
import vn.thucchat.foundation.units.UnitCode;

/** Opens and changes markets. */
@Controller
class MarketFormController {

    /** Of more communes the code is typed. */
    private static final int MOST_COMMUNES = 200;

    private final Markets markets;
    private final Connections connections;
    private final ReceivingAccounts accounts;
    private final Banks banks;
    private final Desk desk;
    private final Pages pages;

    MarketFormController(
            Markets markets, Connections connections, ReceivingAccounts accounts, Banks banks, Desk desk, Pages pages) {
        this.banks = banks;
        this.markets = markets;
        this.connections = connections;
        this.accounts = accounts;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/markets/new")
    @Allow(Role.MARKET_MANAGER)
    View blank(Actor actor, Texts t) {
        var typed = new Typed(Map.of("opened", markets.today().toString()));
        return form(actor, t, null, typed, List.of(), HttpStatus.OK);
    }

    @PostMapping("/markets/new")
    @Allow(Role.MARKET_MANAGER)
    View open(Actor actor, Texts t, @RequestParam Map<String, String> fields, Flash flash) {
        var typed = new Typed(fields);
        var faults = new ArrayList<Fault>();
        Markets.Draft draft = draft(typed, t, faults, null);
        if (draft == null) return form(actor, t, null, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        Result change = markets.open(actor, draft);
        if (change instanceof Result.Done) return flash.then("market.is-opened", "/markets/" + draft.code());
        return form(actor, t, null, typed, Desk.faults(t, change), change.status());
    }

    @GetMapping("/markets/{code}/edit")
    @Allow(Role.MARKET_MANAGER)
    View edit(Actor actor, Texts t, @PathVariable("code") String code) {
        Market market = desk.managed(actor, code);
        return form(actor, t, market, typed(market), List.of(), HttpStatus.OK);
    }

    @PostMapping("/markets/{code}/edit")
    @Allow(Role.MARKET_MANAGER)
    View change(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields,
            Flash flash) {
        Market market = desk.managed(actor, code);
        var typed = new Typed(fields);
        var faults = new ArrayList<Fault>();
        Markets.Draft draft = draft(typed, t, faults, market);
        if (draft == null) return form(actor, t, market, typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        Market seen = typed.text("version").equals(Integer.toString(market.version())) ? market : stale(market);
        Result change = markets.change(actor, seen, draft);
        if (change instanceof Result.Done) return flash.then("market.is-changed", Desk.path(market));
        return form(actor, t, market, typed, Desk.faults(t, change), change.status());
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

    private Typed typed(Market market) {
        var fields = new HashMap<String, String>();
        fields.put("name", market.name());
        fields.put("class", Objects.toString(market.marketClass(), ""));
        fields.put("address", market.address());
        fields.put("connection", Objects.requireNonNullElse(market.connection(), ""));
        fields.put("version", Integer.toString(market.version()));
        Integer charges = market.chargesAccount();
        if (charges != null)
            accounts.find(charges).ifPresent(account -> {
                fields.put("charges-bin", account.bin());
                fields.put("charges-account", account.account());
                fields.put("charges-holder", account.holder());
            });
        return new Typed(fields);
    }

    private static Markets.@Nullable Draft draft(Typed typed, Texts t, List<Fault> faults, @Nullable Market market) {
        LocalDate opened = market == null ? typed.day("opened", t, faults) : market.openedOn();
        String unit = market == null ? typed.text("unit") : market.unit().value();
        if (UnitCode.read(unit).isEmpty()) faults.add(new Fault("unit", t.of("market.unit.fault")));
        if (!typed.text("class").matches("[1-3]?")) faults.add(new Fault("class", t.of("market.class.fault")));
        boolean charges =
                Stream.of("charges-bin", "charges-account", "charges-holder").anyMatch(f -> !typed.blank(f));
        if (!faults.isEmpty() || opened == null) return null;
        return new Markets.Draft(
                typed.blank("code") ? code(typed.text("name")) : typed.text("code"),
                typed.text("name"),
                unit,
                typed.blank("class") ? null : Integer.valueOf(typed.text("class")),
                typed.text("address"),
                opened,
                typed.blank("connection") ? null : typed.text("connection"),
                charges
                        ? new AccountsOfMarket.Draft(
                                typed.text("charges-bin"), typed.text("charges-account"), typed.text("charges-holder"))
                        : null);
    }

    /** A code made of a name: {@code cho-dai-tu} of "Chợ Đại Từ"; empty where nothing can be made of it. */
    static String code(String name) {
        String bare = VietnameseText.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return bare.length() > 40 ? bare.substring(0, 40).replaceAll("-$", "") : bare;
    }

    private View form(
            Actor actor, Texts t, @Nullable Market market, Typed typed, List<Fault> faults, HttpStatus status) {
        List<UnitCode> communes = market == null ? markets.communes(actor) : List.of();
        return pages.show(
                "economy/market/market-form",
                new MarketFormPage(
                        market,
                        market == null ? "/markets/new" : Desk.path(market) + "/edit",
                        typed,
                        faults,
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

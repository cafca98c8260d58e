package vn.thucchat.economy.market.signs.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.web.Inspected;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.signs.InspectionRound;
import vn.thucchat.economy.market.signs.InspectionStop;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.economy.market.signs.SignReading;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** The inspection round: from stall to stall with a phone in hand. */
@Controller
@RequestMapping("/markets/{code}/rounds")
record InspectionController(
        Inspections rounds, SignScans scans, Markets markets, Stalls stalls, Banks banks, Pages pages) {

    private static final int NEXT = 6;
    private static final int LONGEST_NUMBER = 20;

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View list(Actor actor, @Inspected Market market) {
        return pages.show("economy/market/signs/inspections", new InspectionsPage(market, rounds.of(market)));
    }

    @PostMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View open(Actor actor, @Inspected Market market, Flash flash) {
        Result change = rounds.open(actor, market);
        String path = change instanceof Result.Done(UUID id) ? path(market) + "/" + id : path(market);
        return flash.then(change, "market.round.opened", path);
    }

    /**
     * @param seen the reading that was taken just before
     * @param from the number of the stall to look at now; empty: the next one
     */
    @GetMapping("/{round}")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View round(
            Actor actor,
            Texts t,
            @Inspected Market market,
            @PathVariable("round") UUID id,
            @RequestParam(required = false) @Nullable UUID seen,
            @RequestParam(defaultValue = "") String from) {
        Form<?> form = Form.blank(t, from.length() > LONGEST_NUMBER ? Map.of() : Map.of("number", from));
        return page(market, round(market, id), seen, form, HttpStatus.OK);
    }

    /** @param photo of the sign, where the browser does not read codes itself; it counts before the text */
    @PostMapping("/{round}/readings")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View read(
            Actor actor,
            @Inspected Market market,
            @PathVariable("round") UUID id,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            // as it was read: longer than a field, and its checksum is over each sign
            @RequestParam(defaultValue = "") String text,
            Form<SignReadingForm> form,
            Flash flash)
            throws IOException {
        InspectionRound round = round(market, id);
        Stall stall = stalls.find(market, form.text("number")).orElse(null);
        if (stall == null) return refused(market, round, form.with("number", "market.stall.none"));
        SignScans.Scan scan = form.text("missing").equals("true")
                ? new SignScans.Scan.Read("")
                : photo == null || photo.isEmpty()
                        ? SignScans.typed(text)
                        : scans.seen(market, stall, photo.getBytes());
        return switch (scan) {
            case SignScans.Scan.Nothing(var field, var why) -> refused(market, round, form.with(field, why));
            case SignScans.Scan.Read(var read) -> {
                Result change = rounds.read(actor, market, round, stall, read);
                yield change instanceof Result.Done(UUID reading)
                        ? flash.then("market.reading.kept", path(market) + "/" + id + "?seen=" + reading)
                        : page(market, round, null, form.with(change), change.status());
            }
        };
    }

    private View refused(Market market, InspectionRound round, Form<?> form) {
        return page(market, round, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{round}/closed")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View close(Actor actor, @Inspected Market market, @PathVariable("round") UUID id, Flash flash) {
        Result change = rounds.close(actor, market, round(market, id));
        return flash.then(change, "market.round.closed", path(market) + "/" + id);
    }

    private InspectionRound round(Market market, UUID id) {
        return rounds.find(market, id).orElseThrow(() -> Problem.notFound("market.round.none"));
    }

    private View page(Market market, InspectionRound round, @Nullable UUID seen, Form<?> form, HttpStatus status) {
        @Nullable
        SignReading last =
                seen == null ? null : rounds.reading(market, round, seen).orElse(null);
        List<InspectionStop> next = rounds.next(market, round, last == null ? "" : last.number(), NEXT);
        String asked = form.text("number");
        String number = asked.isEmpty() && !next.isEmpty() ? next.getFirst().number() : asked;
        List<SignReading> wrong = rounds.wrong(market, round);
        var names = new HashMap<String, String>();
        for (SignReading reading : wrong)
            if (reading.bin() != null && !names.containsKey(reading.bin()))
                names.put(reading.bin(), banks.name(reading.bin(), markets.today()));
        return pages.show(
                "economy/market/signs/inspection",
                new InspectionPage(
                        market,
                        round,
                        last,
                        number,
                        next.stream()
                                .filter(stop -> !stop.number().equals(number))
                                .toList(),
                        wrong,
                        names,
                        form),
                status);
    }

    private static String path(Market market) {
        return MarketLookup.path(market) + "/rounds";
    }
}

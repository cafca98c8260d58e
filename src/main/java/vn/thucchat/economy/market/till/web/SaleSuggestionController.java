package vn.thucchat.economy.market.till.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.SaleSuggester;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Problem;

/** Takes the trader's answer whether a payment is for the sale whose code its memo nearly names. */
@Controller
record SaleSuggestionController(StallReceipts takings, SaleSuggester guesses) {

    @PostMapping("/market/stalls/{id}/guesses/{account}/{movement}")
    @Allow(MarketRoles.TRADER)
    View guessed(
            @PathVariable UUID id,
            @PathVariable int account,
            @PathVariable long movement,
            @RequestParam int version,
            @RequestParam boolean right,
            Actor actor,
            Flash flash) {
        Till till = takings.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        if (!till.numbers().contains(account)) throw Problem.notFound("payments.finding.none");
        return flash.then(
                guesses.answer(actor, account, movement, version, right),
                "till.guess.done",
                "/market/stalls/" + till.stall());
    }
}

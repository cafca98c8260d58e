package vn.thucchat.economy.market.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.Certifications;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.Markets;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Whether a market meets the standard: confirmed by its managers, certified by a leader. */
@Controller
@RequestMapping("/markets/{code}")
class CertificationController {

    private final Certifications certifications;
    private final Markets markets;
    private final Access access;
    private final Desk desk;
    private final Pages pages;

    CertificationController(Certifications certifications, Markets markets, Access access, Desk desk, Pages pages) {
        this.certifications = certifications;
        this.markets = markets;
        this.access = access;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/certification")
    @Allow({Role.MARKET_MANAGER, Role.LEADER})
    View show(Actor actor, @PathVariable("code") String code) {
        return page(actor, desk.readable(actor, code), "", Typed.NOTHING, List.of(), HttpStatus.OK);
    }

    @PostMapping("/criteria/{criterion}")
    @Allow(Role.MARKET_MANAGER)
    View confirm(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @PathVariable("criterion") String criterion,
            @RequestParam Map<String, String> fields,
            Flash flash) {
        Market market = desk.managed(actor, code);
        var typed = new Typed(fields);
        Result change = certifications.confirm(
                actor, market, criterion, typed.text("holds").equals("true"), typed.text("note-" + criterion));
        return answer(actor, t, market, change, criterion, typed, "market.criterion.kept", flash);
    }

    @PostMapping("/certification")
    @Allow(Role.LEADER)
    View certify(Actor actor, Texts t, @PathVariable("code") String code, Flash flash) {
        Market market = desk.readable(actor, code);
        Result change = certifications.certify(actor, market);
        return answer(actor, t, market, change, "", Typed.NOTHING, "market.certified.done", flash);
    }

    @PostMapping("/certification/revoked")
    @Allow(Role.LEADER)
    View revoke(
            Actor actor,
            Texts t,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields,
            Flash flash) {
        Market market = desk.readable(actor, code);
        var typed = new Typed(fields);
        Result change = certifications.revoke(actor, market, typed.text("reason"));
        return answer(actor, t, market, change, "", typed, "market.revoked.done", flash);
    }

    private View answer(
            Actor actor,
            Texts t,
            Market market,
            Result change,
            String criterion,
            Typed typed,
            String notice,
            Flash flash) {
        if (change instanceof Result.Done) return flash.then(notice, Desk.path(market) + "/certification");
        return page(actor, market, criterion, typed, Desk.faults(t, change), change.status());
    }

    private View page(Actor actor, Market market, String wrong, Typed typed, List<Fault> faults, HttpStatus status) {
        return pages.show(
                "economy/market/certification",
                new CertificationPage(
                        market,
                        certifications.states(market),
                        certifications.of(market),
                        markets.mayManage(actor, market),
                        access.may(actor, Role.LEADER, market.unit().value(), market.synthetic()),
                        wrong,
                        typed,
                        faults),
                status);
    }
}

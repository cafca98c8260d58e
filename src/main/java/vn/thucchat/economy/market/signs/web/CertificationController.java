package vn.thucchat.economy.market.signs.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Managed;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.economy.market.signs.Certifications;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Whether a market meets the standard: confirmed by its managers, certified by a leader. */
@Controller
@RequestMapping("/markets/{code}")
record CertificationController(Certifications certifications, Markets markets, Access access, Pages pages) {

    @GetMapping("/certification")
    @Allow({MarketRoles.MARKET_MANAGER, Roles.LEADER})
    View show(Actor actor, Texts t, @Visible Market market) {
        return page(actor, market, "", Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/criteria/{criterion}")
    @Allow(MarketRoles.MARKET_MANAGER)
    View confirm(
            Actor actor,
            @Managed Market market,
            @PathVariable String criterion,
            Form<CertificationForm> form,
            Flash flash) {
        Result result = certifications.confirm(
                actor, market, criterion, form.text("holds").equals("true"), form.text("note-" + criterion));
        return answer(actor, market, result, criterion, form, "market.criterion.kept", flash);
    }

    @PostMapping("/certification")
    @Allow(Roles.LEADER)
    View certify(Actor actor, @Visible Market market, Form<CertificationForm> form, Flash flash) {
        return answer(actor, market, certifications.certify(actor, market), "", form, "market.certified.done", flash);
    }

    @PostMapping("/certification/revoked")
    @Allow(Roles.LEADER)
    View revoke(Actor actor, @Visible Market market, Form<CertificationForm> form, Flash flash) {
        Result result = certifications.revoke(actor, market, form.text("reason"));
        return answer(actor, market, result, "", form, "market.revoked.done", flash);
    }

    private View answer(
            Actor actor, Market market, Result result, String criterion, Form<?> form, String notice, Flash flash) {
        return result instanceof Result.Done
                ? flash.then(notice, MarketLookup.path(market) + "/certification")
                : page(actor, market, criterion, form.with(result), result.status());
    }

    private View page(Actor actor, Market market, String wrong, Form<?> form, HttpStatus status) {
        return pages.show(
                "economy/market/signs/certification",
                new CertificationPage(
                        market,
                        certifications.states(market),
                        certifications.of(market),
                        markets.mayManage(actor, market),
                        access.may(actor, Roles.LEADER, market.unit().value(), market.synthetic()),
                        wrong,
                        form),
                status);
    }
}

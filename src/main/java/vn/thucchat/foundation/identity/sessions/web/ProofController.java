package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.factors.RequestOptions;
import vn.thucchat.foundation.identity.factors.TotpCodes;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** What somebody signed in proves besides: a second factor after the password, and who they are once more. */
@Controller
record ProofController(
        AccountFactors factors, StepUp proofs, SignInWays others, ObjectProvider<Demo> demo, Pages pages) {

    private static final String KEPT = "kept";

    @GetMapping("/sign-in/second")
    @Allow(signedIn = true)
    View second(@RequestParam(defaultValue = "") String to, SignedIn me, Texts t) {
        String back = ReturnPath.of(to);
        if (me.assurance().twoFactors()) return SeeOther.at(back);
        Set<Factor> ways = factors.devices(me.getPrincipal().account());
        if (ways.isEmpty()) return SeeOther.at(TotpCodes.PAGE);
        return page(false, me.getPrincipal(), ways, Form.blank(t, Map.of("to", back)), HttpStatus.OK);
    }

    @PostMapping("/sign-in/second")
    @Allow(signedIn = true)
    View second(
            Form<ProofForm> form, Actor actor, Flash flash, HttpServletRequest request, HttpServletResponse response) {
        Set<Factor> ways = factors.devices(actor.account());
        return proofs.give(ways, form.soFar(), actor, request, response)
                .map(refused -> page(false, actor, ways, form.with(List.of(refused.error())), refused.status()))
                .orElseGet(() -> on(form.soFar(), flash));
    }

    @GetMapping("/sign-in/again")
    @Allow(signedIn = true)
    View again(@RequestParam(defaultValue = "") String to, Actor actor, Texts t) {
        Form<?> form = Form.blank(t, Map.of("to", ReturnPath.of(to)));
        return page(true, actor, factors.again(actor.account()), form, HttpStatus.OK);
    }

    @PostMapping("/sign-in/again")
    @Allow(signedIn = true)
    View again(
            Form<ProofForm> form, Actor actor, Flash flash, HttpServletRequest request, HttpServletResponse response) {
        Set<Factor> ways = factors.again(actor.account());
        return proofs.give(ways, form.soFar(), actor, request, response)
                .map(refused -> page(true, actor, ways, form.with(List.of(refused.error())), refused.status()))
                .orElseGet(() -> on(form.soFar(), flash));
    }

    /** What the script of both pages asks a passkey with. */
    @PostMapping("/webauthn/prove/options")
    @Allow(signedIn = true)
    @PerMinute(60)
    @ResponseBody
    RequestOptions options(Actor actor, HttpServletRequest request) {
        return proofs.options(actor, request);
    }

    /** The form that was on its way, in a page of the session that knows of the proof: its token is new. */
    @GetMapping("/sign-in/again/kept")
    @Allow(signedIn = true)
    View kept(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        String kept = flash != null && flash.get(KEPT) instanceof String text ? text : null;
        return pages.show("foundation/identity/sessions/kept-form", new KeptFormPage(ReturnPath.of(to), kept));
    }

    private static View on(ProofForm typed, Flash flash) {
        String to = ReturnPath.of(typed.to());
        if (!typed.post()) return SeeOther.at(to);
        flash.with(KEPT, typed.kept());
        return SeeOther.at("/sign-in/again/kept?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** Those that would be enough: two factors, unless it is once more and there are no others here. */
    private List<SignInWays.Way> others(boolean again, Actor actor, Set<Factor> ways) {
        boolean device = ways.stream().anyMatch(Factor::device);
        return others.of(actor.account(), !again || device);
    }

    private View page(boolean again, Actor actor, Set<Factor> ways, Form<?> form, HttpStatus status) {
        String secret = demo.stream().map(one -> one.secret(actor.username())).collect(Collectors.joining());
        var page = new ProofPage(again, actor.username(), ways, others(again, actor, ways), form, secret);
        return pages.show("foundation/identity/sessions/proof", page, status);
    }
}

package vn.thucchat.foundation.identity.recovery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.recovery.Recovery;
import vn.thucchat.foundation.identity.recovery.RecoveryCompletion;
import vn.thucchat.foundation.identity.recovery.RecoveryProof;
import vn.thucchat.foundation.identity.recovery.RecoveryTokens;
import vn.thucchat.foundation.identity.recovery.SelfRecoveries;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Leads who has lost the device from the name to a new password; says of nobody whether there is such an account. */
@Controller
record RecoveryController(
        SelfRecoveries recoveries,
        RecoveryCompletion ends,
        RecoveryTokens links,
        Sessions sessions,
        SignInWays ways,
        Pages pages) {

    private static final String PATH = "/recover/{id}/{mark}";
    /** An office shares one address. */
    private static final int A_MINUTE = 30;

    @GetMapping("/recover")
    @Allow(anyone = true)
    View begin(Texts t) {
        return pages.show("foundation/identity/recovery/begin", new BeginPage(Form.blank(t)), HttpStatus.OK);
    }

    @PostMapping("/recover")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View begin(Form<BeginForm> form) {
        if (form.soFar().username().isBlank())
            return pages.show(
                    "foundation/identity/recovery/begin",
                    new BeginPage(form.with("username", "recovery.username.fault")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return SeeOther.at(links.path(recoveries.begin(form.soFar().username())));
    }

    @GetMapping(PATH)
    @Allow(anyone = true)
    View show(@PathVariable UUID id, @PathVariable String mark, Texts t) {
        return page(found(id, mark), Form.blank(t), HttpStatus.OK);
    }

    /** Says the same whether a code was sent or not. */
    @PostMapping(PATH + "/code")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View code(
            @PathVariable UUID id,
            @PathVariable String mark,
            Form<ProofForm> form,
            HttpServletRequest request,
            Flash flash) {
        Recovery recovery = found(id, mark);
        if (form.wrong()) return page(recovery, form, HttpStatus.UNPROCESSABLE_CONTENT);
        recoveries.send(
                recovery, form.value().proof(), form.value().address(), ClientNetwork.of(request.getRemoteAddr()));
        return flash.then("recovery.code.sent", links.path(id));
    }

    @PostMapping(PATH + "/proof")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View prove(@PathVariable UUID id, @PathVariable String mark, Form<ProofForm> form, Flash flash) {
        Recovery recovery = found(id, mark);
        if (form.wrong()) return page(recovery, form, HttpStatus.UNPROCESSABLE_CONTENT);
        boolean right = form.value().proof() == RecoveryProof.PROVIDER
                ? SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn reader
                        && recoveries.prove(recovery, reader)
                : recoveries.prove(recovery, form.value().proof(), form.value().code());
        if (right) return flash.then("recovery.proof.taken", links.path(id));
        String field = form.value().proof() == RecoveryProof.PROVIDER ? "proof" : "code";
        return page(recovery, form.with(field, "recovery.proof.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(PATH)
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View setPassword(
            @PathVariable UUID id,
            @PathVariable String mark,
            Form<NewPasswordForm> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash flash) {
        Recovery recovery = found(id, mark);
        NewPasswordForm typed = form.soFar();
        return switch (ends.setPassword(recovery, typed.fresh(), typed.again())) {
            case Credentials.Outcome.Changed(var account) -> {
                sessions.open(request, response, account, Factor.PASSWORD);
                yield flash.then("recovery.done", "/id/keys");
            }
            case Credentials.Outcome.Refused(var why) ->
                why == Credentials.Refusal.LINK_IS_OVER
                        ? over(found(id, mark), form)
                        : page(
                                recovery,
                                form.with(
                                        why == Credentials.Refusal.NOT_AGAIN ? "again" : "fresh",
                                        "identity.password." + why),
                                HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A link may be over, or the half hour after the proof that was given again. */
    private View over(Recovery recovery, Form<NewPasswordForm> form) {
        String fault = ends.state(recovery) == Recovery.State.CONFIRMING
                ? "recovery.confirm"
                : "identity.password." + Credentials.Refusal.LINK_IS_OVER;
        return page(recovery, form.with("fresh", fault), HttpStatus.GONE);
    }

    private Recovery found(UUID id, String mark) {
        if (!links.validContinueMark(id, mark)) throw Problem.notFound("recovery.none");
        return ends.find(id).orElseThrow(() -> Problem.notFound("recovery.none"));
    }

    private View page(Recovery recovery, Form<?> form, HttpStatus status) {
        var page = new RecoveryPage(recovery, ends.state(recovery), links.path(recovery.id()), ways.ways(), form);
        return pages.show("foundation/identity/recovery/recovery", page, status);
    }
}

package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.demonstration.VneidCitizen;
import vn.thucchat.demonstration.VneidCodes;
import vn.thucchat.demonstration.VneidEmulator;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;

/** The imitation of VNeID: where its app would ask for a face, somebody chooses an invented citizen. */
@Controller
record VneidController(VneidEmulator emulator, Quota quota, Pages pages) {

    private static final int PER_MINUTE = 60;

    @GetMapping(VneidEmulator.PAGE)
    @Allow(anyone = true)
    View choose(
            @RequestParam(name = "client_id", defaultValue = "") String client,
            @RequestParam(name = "redirect_uri", defaultValue = "") String redirect,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String nonce,
            @RequestParam(name = "code_challenge", defaultValue = "") String challenge) {
        if (emulator.provider().isEmpty()) throw Problem.notFound("demonstration.none");
        boolean ours = emulator.ours(client, redirect) && !state.isEmpty() && !challenge.isEmpty();
        return pages.show(
                "demonstration/vneid",
                new VneidPage(ours, VneidCitizen.ALL, new VneidCodes.Request(state, nonce, challenge)));
    }

    @PostMapping(VneidEmulator.PAGE)
    @Allow(anyone = true)
    View chosen(
            @RequestParam(name = "as", defaultValue = "") String subject,
            @RequestParam(defaultValue = "2") int level,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String nonce,
            @RequestParam(defaultValue = "") String challenge,
            HttpServletRequest request) {
        if (emulator.provider().isEmpty()) throw Problem.notFound("demonstration.none");
        quota.charge(request, PER_MINUTE);
        return SeeOther.at(emulator.answer(new VneidCodes.Request(state, nonce, challenge), subject, level));
    }
}

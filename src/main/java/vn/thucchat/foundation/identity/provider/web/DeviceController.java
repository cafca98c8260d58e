package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.provider.DeviceSignIns;
import vn.thucchat.foundation.identity.provider.DeviceSignIns.Waiting;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Where a person types the code that a program without a browser shows, and answers what it asks for (RFC 8628, section 3.3). */
@Controller
record DeviceController(DeviceSignIns signIns, Quota quota, Pages pages) {

    private static final String PATH = "/id/device";
    /** Minutes: what is allowed here works elsewhere, long after this session. */
    private static final int PROVEN = 10;
    /** Wrong codes from one network: more than an office mistypes, and never enough to find one. */
    private static final int WRONG_PER_MINUTE = 20;

    @GetMapping(PATH)
    @Allow(signedIn = true, recent = PROVEN)
    @PerMinute(30)
    View ask(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            Actor me,
            HttpServletRequest request,
            Texts t) {
        if (typed.isBlank()) return form(Form.blank(t), HttpStatus.OK);
        Waiting waiting = found(typed, me, request);
        if (waiting == null) return wrong(typed, t);
        var page = new DeviceConsentPage(waiting, ClientNetwork.readable(request.getRemoteAddr()));
        return pages.show("foundation/identity/provider/device-consent", page);
    }

    @PostMapping(PATH)
    @Allow(signedIn = true, recent = PROVEN)
    @PerMinute(30)
    View answer(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String allow,
            @RequestParam(defaultValue = "") List<String> scopes,
            SignedIn me,
            HttpServletRequest request,
            Texts t,
            Flash flash) {
        Waiting waiting = found(typed, me.getPrincipal(), request);
        if (waiting == null) return wrong(typed, t);
        boolean allowed = allow.equals("true");
        Result result =
                allowed ? signIns.allow(waiting, me, Set.copyOf(scopes)) : signIns.deny(waiting, me.getPrincipal());
        return allowed
                ? flash.then(result, "identity.provider.device.allowed", "/id/applications")
                : flash.then(result, "identity.provider.device.denied", PATH);
    }

    /** The answer to a code that was found is not refused because others on the same network mistype theirs. */
    private @Nullable Waiting found(String typed, Actor me, HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET");
        if (reads) quota.refuse(request, PATH, WRONG_PER_MINUTE);
        Waiting waiting = signIns.find(typed, me).orElse(null);
        if (waiting != null) return waiting;
        if (!reads) quota.refuse(request, PATH, WRONG_PER_MINUTE);
        quota.count(request, PATH);
        return null;
    }

    private View wrong(String typed, Texts t) {
        return form(
                Form.blank(t, Map.of("user_code", typed)).with("user_code", "identity.provider.device.fault"),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View form(Form<?> form, HttpStatus status) {
        return pages.show("foundation/identity/provider/device", new DevicePage(form), status);
    }
}

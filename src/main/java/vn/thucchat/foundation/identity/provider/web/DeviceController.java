package vn.thucchat.foundation.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.thucchat.foundation.identity.provider.DeviceConsents;
import vn.thucchat.foundation.identity.provider.DeviceConsents.Waiting;
import vn.thucchat.foundation.identity.throttling.ClientNetwork;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Where a person types the code that a program without a browser shows, and answers what it asks for (RFC 8628, section 3.3). */
@Controller
record DeviceController(DeviceConsents consents, Pages pages) {

    private static final String PATH = "/id/device";
    /** Minutes: what is allowed here works elsewhere, long after this session. */
    private static final int PROVEN = 10;

    @GetMapping(PATH)
    @Allow(signedIn = true, recent = PROVEN)
    @PerMinute(30)
    View ask(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            Actor me,
            HttpServletRequest request,
            Texts t) {
        if (typed.isBlank()) return form(Form.blank(t), HttpStatus.OK);
        return consents.find(typed, me, request.getRemoteAddr())
                .map(waiting -> consent(waiting, request, Form.blank(t), HttpStatus.OK))
                .orElseGet(() -> wrong(typed, t));
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
        Waiting waiting =
                consents.find(typed, me.getPrincipal(), request.getRemoteAddr()).orElse(null);
        if (waiting == null) return wrong(typed, t);
        if (!allow.equals("true"))
            return flash.then(consents.deny(waiting, me.getPrincipal()), "identity.provider.device.denied", PATH);
        Result result = consents.allow(waiting, me, Set.copyOf(scopes));
        return result instanceof Result.Invalid
                ? consent(waiting, request, Form.blank(t).with(result), result.status())
                : flash.then(result, "identity.provider.device.allowed", "/id/applications");
    }

    private View consent(Waiting waiting, HttpServletRequest request, Form<?> form, HttpStatus status) {
        var page = new DeviceConsentPage(waiting, ClientNetwork.readable(request.getRemoteAddr()), form);
        return pages.show("foundation/identity/provider/device-consent", page, status);
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

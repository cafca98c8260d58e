package vn.thucchat.foundation.notify.push.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.notify.push.Browsers;
import vn.thucchat.foundation.pages.Result;

/** The script of the page of contacts asks for the key, and says that the browser agreed. */
@Controller
record BrowserController(Browsers browsers, Quota quota) {

    private static final String PATH = "/id/browsers";
    private static final int PER_MINUTE = 20;

    /** What the Push API's {@code PushSubscription} holds, and the key that it was made with. */
    record Agreed(String endpoint, String p256dh, String auth, String key) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(signedIn = true)
    @ResponseBody
    Map<String, String> key(HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        return Map.of("key", browsers.key());
    }

    @PostMapping(PATH)
    @Allow(signedIn = true)
    @ResponseBody
    ResponseEntity<Void> add(@RequestBody Agreed agreed, Actor actor, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        Result result = browsers.add(
                actor, text(agreed.endpoint()), text(agreed.p256dh()), text(agreed.auth()), text(agreed.key()));
        if (!(result instanceof Result.Done)) throw result.problem();
        return ResponseEntity.noContent().build();
    }

    private static String text(@org.jspecify.annotations.Nullable String said) {
        return said == null ? "" : said;
    }
}

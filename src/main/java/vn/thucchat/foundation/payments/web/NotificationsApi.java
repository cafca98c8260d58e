package vn.thucchat.foundation.payments.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Quota;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.payments.Notifications;
import vn.thucchat.foundation.payments.Notifications.Receipt;

/** Where banks' messengers send to. Open to all: what they send proves itself, or is refused. */
@RestController
class NotificationsApi {

    /** Refusals from one network in a minute; whoever has more is not even read. */
    private static final int REFUSALS = 60;

    /** What providers look for in the answer. */
    record Answer(boolean success) {}

    private final Notifications notifications;
    private final Quota quota;

    NotificationsApi(Notifications notifications, Quota quota) {
        this.notifications = notifications;
        this.quota = quota;
    }

    @PostMapping("/api/v1/payments/notifications/{connectionId}")
    @Allow(anyone = true)
    ResponseEntity<Answer> take(@PathVariable String connectionId, HttpServletRequest request) throws IOException {
        quota.refuse(request, "notifications", REFUSALS);
        if (request.getContentLengthLong() > Notifications.LARGEST_BYTES)
            throw refused(request, Notifications.Refusal.TOO_LARGE, "");
        byte[] body = request.getInputStream().readNBytes(Notifications.LARGEST_BYTES + 1);
        return switch (notifications.take(connectionId, headers(request), body)) {
            case Receipt.Taken taken -> ResponseEntity.ok(new Answer(true));
            case Receipt.Trial trial -> ResponseEntity.ok(new Answer(true));
            case Receipt.Refused(var why, var field) -> throw refused(request, why, field == null ? "" : field);
        };
    }

    private Problem refused(HttpServletRequest request, Notifications.Refusal why, String field) {
        if (why != Notifications.Refusal.BUSY) quota.count(request, "notifications");
        String key = "payments.notification." + why.name();
        return switch (why) {
            case UNKNOWN_CONNECTION -> Problem.notFound(key);
            case TOO_LARGE -> Problem.tooLarge(key, Notifications.LARGEST_BYTES / 1024);
            case UNREADABLE -> Problem.bad("body", key);
            case FORGED, OUT_OF_TIME -> Problem.of(HttpStatus.UNAUTHORIZED, key);
            case UNFIT -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, key, field);
            case FOREIGN_ACCOUNT -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, key);
            case BUSY -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, key);
        };
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        var names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}

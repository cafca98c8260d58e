package vn.thucchat.foundation.money.bankfeeds.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Notifications.Receipt;
import vn.thucchat.foundation.pages.Problem;

/**
 * Where banks' messengers send to: {@code POST /api/v1/payments/notifications/{connection}}. A filter before all others
 * and no controller, because sessions, forms and stamps would cost more than the work itself (ADR 006). Open to all:
 * what is sent proves itself, or is refused.
 */
final class NotificationDoor extends HttpFilter {

    static final String PATH = "/api/v1/payments/notifications/";
    /**
     * Refusals of one connection from one network in a minute; whoever has more is told to wait, unless what is sent
     * proves itself. Not of all of its connections: a provider sends for all its customers from the same addresses.
     */
    private static final int REFUSALS = 60;

    private static final String WHAT = "notifications ";
    /** What providers look for in the answer. */
    private static final byte[] ANSWER = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);

    private final transient Notifications notifications;
    private final transient Quota quota;
    private final transient Function<String, Timer> times;

    private NotificationDoor(Notifications notifications, Quota quota, MeterRegistry meters) {
        this.notifications = notifications;
        this.quota = quota;
        var known = new java.util.concurrent.ConcurrentHashMap<String, Timer>();
        this.times = outcome -> known.computeIfAbsent(
                outcome,
                o -> Timer.builder("payments.notifications")
                        .description("Messages of banks' messengers that were answered, by how they were")
                        .tag("outcome", o)
                        .register(meters));
    }

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        FilterRegistrationBean<NotificationDoor> notificationDoor(
                Notifications notifications, Quota quota, MeterRegistry meters) {
            var door = new FilterRegistrationBean<>(new NotificationDoor(notifications, quota, meters));
            door.addUrlPatterns(PATH + "*");
            // inside the front door, which has words for what is refused
            door.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return door;
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            throw Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "problem.method", request.getMethod());
        }
        long begin = System.nanoTime();
        String outcome = "failed";
        try {
            String connection = path.substring(PATH.length());
            boolean heard = notifications.hears(connection);
            // guesses at names are counted together: each could have another name
            String what = heard ? WHAT + connection : WHAT;
            if (!heard) quota.refuse(request, what, REFUSALS);
            Receipt receipt = heard
                    ? take(connection, request)
                    : new Receipt.Refused(Notifications.Refusal.UNKNOWN_CONNECTION, null);
            outcome = outcome(receipt);
            if (receipt instanceof Receipt.Refused(var why, var field)) {
                if (unproved(why)) {
                    // only what proves nothing: somebody's forgeries must not keep out what the bank signed
                    quota.refuse(request, what, REFUSALS);
                    quota.count(request, what);
                }
                throw refused(why, field == null ? "" : field);
            }
            response.setContentType("application/json");
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        } finally {
            times.apply(outcome).record(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Receipt take(String connection, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Notifications.LARGEST_BYTES)
            return new Receipt.Refused(Notifications.Refusal.TOO_LARGE, null);
        byte[] body = request.getInputStream().readNBytes(Notifications.LARGEST_BYTES + 1);
        return notifications.take(connection, headers(request), body);
    }

    private static String outcome(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken taken -> taken.fresh() > 0 ? "taken" : "known";
            case Receipt.Held held -> "held";
            case Receipt.Trial trial -> "trial";
            case Receipt.Nothing nothing -> "nothing";
            case Receipt.Refused(var why, var field) -> why.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What does not even prove who sent it. */
    private static boolean unproved(Notifications.Refusal why) {
        return switch (why) {
            case UNKNOWN_CONNECTION, TOO_LARGE, UNREADABLE, FORGED, OUT_OF_TIME -> true;
            case UNFIT, BUSY -> false;
        };
    }

    private static Problem refused(Notifications.Refusal why, String field) {
        String key = "payments.notification." + why.name();
        return switch (why) {
            case UNKNOWN_CONNECTION -> Problem.notFound(key);
            case TOO_LARGE -> Problem.tooLarge(key, Notifications.LARGEST_BYTES / 1024);
            case UNREADABLE -> Problem.bad("body", key);
            case FORGED, OUT_OF_TIME -> Problem.of(HttpStatus.UNAUTHORIZED, key);
            case UNFIT -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, key, field);
            case BUSY -> Problem.busy(Duration.ofSeconds(2), key);
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

package vn.thucchat.foundation.notify.zalo.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.zalo.Zalo;
import vn.thucchat.foundation.pages.Problem;

/**
 * Where Zalo tells that a message has reached a telephone ({@code user_received_message}). Zalo tells it again until it is
 * answered within two seconds; what it tells twice changes nothing. Other events are taken and passed over.
 */
@Controller
record ZaloWebhookController(Zalo zalo, Quota quota, ObjectProvider<DeliveryReceipt.Listener> listener) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PER_MINUTE = 6000;
    private static final int LONGEST = 20_000;

    @Hidden // of Zalo, by its own form: nothing that is called by who reads the description
    @PostMapping("/api/v1/one-click/zalo")
    @Allow(anyone = true)
    @ResponseBody
    ResponseEntity<Void> receive(
            @RequestHeader(name = "X-ZEvent-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) String body,
            HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        if (body == null || body.length() > LONGEST) throw Problem.notFound("notice.unknown");
        JsonNode event = read(body);
        if (!zalo.signed(signature, body, event.path("timestamp").asString("")))
            throw Problem.notFound("notice.unknown");
        String id = event.path("message").path("msg_id").asString("");
        if (event.path("event_name").asString("").equals("user_received_message") && id.matches("[A-Za-z0-9_-]{1,100}"))
            listener.ifAvailable(it -> it.received(new DeliveryReceipt(Medium.ZALO, id, true, "")));
        return ResponseEntity.ok().build();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.notFound("notice.unknown");
        }
    }
}

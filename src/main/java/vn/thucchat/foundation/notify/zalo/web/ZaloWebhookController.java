package vn.thucchat.foundation.notify.zalo.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
import vn.thucchat.foundation.notify.zalo.ZaloMessage;
import vn.thucchat.foundation.pages.Problem;

/**
 * Where Zalo tells that a message has reached a telephone ({@code user_received_message}), and what people write to the
 * official account ({@code user_send_text}, {@code follow}). Zalo tells it again until it is answered within two seconds;
 * what it tells twice changes nothing. Other events are taken and passed over.
 */
@Controller
record ZaloWebhookController(
        Zalo zalo,
        Quota quota,
        ObjectProvider<DeliveryReceipt.Listener> listener,
        ObjectProvider<ZaloMessage.Listener> conversations) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PER_MINUTE = 6000;
    private static final int LONGEST = 20_000;
    private static final String ID = "[A-Za-z0-9_-]{1,100}";

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
        switch (event.path("event_name").asString("")) {
            case "user_received_message" -> {
                if (id.matches(ID))
                    listener.ifAvailable(it -> it.received(new DeliveryReceipt(Medium.ZALO, id, true, "")));
            }
            case "user_send_text" ->
                wrote(
                        event,
                        event.path("sender").path("id").asString(""),
                        id,
                        event.path("message").path("text").asString(""));
            case "follow" ->
                wrote(
                        event,
                        event.path("follower").path("id").asString(""),
                        "follow-" + event.path("timestamp").asString(""),
                        "");
            default -> {}
        }
        return ResponseEntity.ok().build();
    }

    private void wrote(JsonNode event, String user, String id, String text) {
        String millis = event.path("timestamp").asString("");
        if (user.matches(ID) && id.matches(ID) && millis.matches("[0-9]{13}"))
            conversations.ifAvailable(
                    it -> it.received(new ZaloMessage(user, id, text, Instant.ofEpochMilli(Long.parseLong(millis)))));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.notFound("notice.unknown");
        }
    }
}

package vn.thucchat.foundation.money.webhooks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/**
 * What a webhook is told, and nothing of who paid.
 *
 * @param id the movement's, so that a receiver that is told twice can tell
 * @param number the movement's; null: a test
 * @param body JSON
 */
record WebhookMessage(UUID id, @Nullable Long number, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Money that came in. */
    static WebhookMessage of(Movement movement, ReceivingAccount account) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("id", movement.id().toString());
        data.put("number", movement.number());
        data.put("account", named(account));
        data.put("amountVnd", movement.amountVnd());
        data.put("at", movement.at().toString());
        data.put("receivedAt", movement.receivedAt().toString());
        data.put("outcome", movement.outcome().name());
        data.put("referenceCode", movement.code());
        data.put("words", "Đã nhận " + VietnameseWords.amount(movement.amountVnd()) + " đồng");
        data.put("synthetic", movement.synthetic());
        return new WebhookMessage(movement.id(), movement.number(), json("payment.received", movement.at(), data));
    }

    /** So that somebody sees whether messages arrive. */
    static WebhookMessage test(UUID id, Instant now, ReceivingAccount account) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("account", named(account));
        data.put("words", "Tin thử, không có tiền nào về");
        return new WebhookMessage(id, null, json("webhook.test", now, data));
    }

    private static Map<String, String> named(ReceivingAccount account) {
        var named = new LinkedHashMap<String, String>();
        named.put("bin", account.bin());
        named.put("number", account.account());
        return named;
    }

    private static String json(String type, Instant at, Map<String, @Nullable Object> data) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type);
        message.put("timestamp", at.toString());
        message.put("data", data);
        return JSON.writeValueAsString(message);
    }
}

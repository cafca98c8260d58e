package vn.thucchat.foundation.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A webhook of payOS (payos.vn/docs, @payos/node): one movement, signed over its sorted fields. */
final class PayosMessage implements Message {

    /** In the documentation, and sent when somebody names an address. */
    private static final String TRIAL = "VQRIO123";

    /** The code of a payment that came; any other is why it did not. */
    private static final String PAID = "00";

    private final JsonNode json;

    PayosMessage(JsonNode json) {
        this.json = json;
    }

    @Override
    public Verdict verify(String secret, Instant now) {
        JsonNode given = json.path("signature");
        if (!given.isString() || !json.path("data").isObject()) return Verdict.FORGED;
        String expected =
                Proof.hmac("HmacSHA256", secret, signed(json.path("data")).getBytes(StandardCharsets.UTF_8));
        // payOS signs no time: what comes again is known by its reference
        return Message.of(Proof.sameHex(expected, given.asString()), null, now);
    }

    /** {@code key=value&…}, the keys sorted, nothing encoded. */
    static String signed(JsonNode data) {
        var keys = new ArrayList<>(data.propertyNames());
        Collections.sort(keys);
        var text = new StringBuilder();
        for (String key : keys) {
            if (!text.isEmpty()) text.append('&');
            text.append(key).append('=').append(value(data.get(key)));
        }
        return text.toString();
    }

    private static String value(JsonNode value) {
        if (value.isNull()) return "";
        if (value.isArray() || value.isObject()) return JavaScriptJson.sorted(value);
        String text = value.isString() ? value.asString() : JavaScriptJson.plain(value);
        return text.equals("undefined") || text.equals("null") ? "" : text;
    }

    @Override
    public List<Notice> notices(Instant now) throws Notice.Unfit {
        var fields = new NoticeFields(json.path("data"));
        // of the two codes the one that is signed
        String code = fields.text("code");
        if (code != null && !code.equals(PAID)) return List.of();
        long amount = fields.amount("amount");
        if (amount < 0) throw new Notice.Unfit("amount");
        String currency = fields.text("currency");
        if (currency != null && !currency.equals("VND")) throw new Notice.Unfit("currency");
        return List.of(new Notice(
                fields.accounts("virtualAccountNumber", "accountNumber"),
                true,
                amount,
                fields.time("transactionDateTime", now),
                fields.id("paymentLinkId") + ":" + fields.id("reference"),
                fields.reference("reference"),
                fields.memo("description"),
                fields.text("counterAccountName"),
                fields.text("counterAccountNumber"),
                false));
    }

    @Override
    public boolean trial() {
        JsonNode data = json.path("data");
        return TRIAL.equals(data.path("description").asString(""))
                && data.path("orderCode").asString("").equals("123");
    }
}

package vn.thucchat.foundation.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A webhook of SePay (developer.sepay.vn/en/sepay-webhooks): one movement. Signed over {@code timestamp.body}, or with
 * an API key.
 */
final class SepayMessage implements Message {

    private final boolean signed;
    private final Map<String, String> headers;
    private final byte[] body;
    private final JsonNode json;

    SepayMessage(boolean signed, Map<String, String> headers, byte[] body, JsonNode json) {
        this.signed = signed;
        this.headers = headers;
        this.body = body;
        this.json = json;
    }

    @Override
    public Verdict verify(String secret, Instant now) {
        if (!signed) return Message.of(Proof.same("Apikey " + secret, headers.get("authorization")), null, now);
        String time = headers.getOrDefault("x-sepay-timestamp", "");
        String given = headers.getOrDefault("x-sepay-signature", "");
        if (!time.matches("[0-9]{1,12}") || !given.startsWith("sha256=")) return Verdict.FORGED;
        String expected = Proof.hmac("HmacSHA256", secret, (time + ".").getBytes(StandardCharsets.US_ASCII), body);
        return Message.of(
                Proof.sameHex(expected, given.substring("sha256=".length())),
                Instant.ofEpochSecond(Long.parseLong(time)),
                now);
    }

    @Override
    public List<Notice> notices(Instant now) throws Notice.Unfit {
        var fields = new NoticeFields(json);
        long amount = fields.amount("transferAmount");
        if (amount < 0) throw new Notice.Unfit("transferAmount");
        String type = fields.text("transferType");
        if (!"in".equals(type) && !"out".equals(type)) throw new Notice.Unfit("transferType");
        String code = fields.text("code");
        return List.of(new Notice(
                fields.accounts("subAccount", "accountNumber"),
                "in".equals(type),
                amount,
                fields.time("transactionDate", now),
                fields.id("id"),
                fields.reference("referenceCode"),
                // the code that SePay itself found comes last: the memo may have lost it
                fields.memo("content") + (code == null ? "" : " " + code),
                null,
                null));
    }

    @Override
    public boolean trial() {
        return false;
    }
}

package vn.thucchat.foundation.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A webhook of Casso (developer.casso.vn): V2 has one movement and is signed over its time and its JSON with sorted
 * keys; V1 has several and a token.
 */
final class CassoMessage implements Message {

    /** In the documentation, and sent when somebody tries an address. */
    private static final String TRIAL = "MA_GIAO_DICH_THU_NGHIEM";

    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,15}),v1=([0-9a-fA-F]{128})");
    /** What one V1 message may hold. */
    private static final int MOST = 100;

    private final boolean signed;
    private final Map<String, String> headers;
    private final JsonNode json;

    CassoMessage(boolean signed, Map<String, String> headers, JsonNode json) {
        this.signed = signed;
        this.headers = headers;
        this.json = json;
    }

    @Override
    public Verdict verify(String secret, Instant now) {
        if (!signed) return Message.of(Proof.same(secret, headers.get("secure-token")), null, now);
        Matcher given = SIGNATURE.matcher(headers.getOrDefault("x-casso-signature", ""));
        if (!given.matches()) return Verdict.FORGED;
        String signedText = given.group(1) + "." + JavaScriptJson.sorted(json);
        String expected = Proof.hmac("HmacSHA512", secret, signedText.getBytes(StandardCharsets.UTF_8));
        return Message.of(
                Proof.sameHex(expected, given.group(2)), Instant.ofEpochMilli(Long.parseLong(given.group(1))), now);
    }

    @Override
    public List<Notice> notices(Instant now) throws Notice.Unfit {
        String error = new NoticeFields(json).text("error");
        if (error != null && !error.equals("0")) return List.of();
        JsonNode data = json.path("data");
        if (signed) {
            if (!data.isObject()) throw new Notice.Unfit("data");
            return List.of(ofV2(new NoticeFields(data), now));
        }
        if (!data.isArray() || data.isEmpty() || data.size() > MOST) throw new Notice.Unfit("data");
        var notices = new ArrayList<Notice>();
        for (JsonNode one : data) notices.add(ofV1(new NoticeFields(one), now));
        return notices;
    }

    @Override
    public boolean trial() {
        return signed && TRIAL.equals(json.path("data").path("reference").asString(""));
    }

    private static Notice ofV2(NoticeFields fields, Instant now) throws Notice.Unfit {
        long amount = fields.amount("amount");
        return new Notice(
                fields.accounts("virtualAccountNumber", "accountNumber"),
                amount > 0,
                Math.abs(amount),
                fields.time("transactionDateTime", now),
                fields.id("id"),
                fields.reference("reference"),
                fields.memo("description"),
                fields.text("counterAccountName"),
                fields.text("counterAccountNumber"),
                false);
    }

    private static Notice ofV1(NoticeFields fields, Instant now) throws Notice.Unfit {
        long amount = fields.amount("amount");
        return new Notice(
                fields.accounts("bank_sub_acc_id"),
                amount > 0,
                Math.abs(amount),
                fields.time("when", now),
                fields.id("id"),
                fields.reference("tid"),
                fields.memo("description"),
                null,
                null,
                false);
    }
}

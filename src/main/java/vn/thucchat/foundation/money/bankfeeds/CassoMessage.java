package vn.thucchat.foundation.money.bankfeeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.money.payments.BankTransaction;

/**
 * A webhook of Casso (developer.casso.vn): V2 has one movement and is signed over its time and its JSON with sorted
 * keys; V1 has several and a token.
 */
final class CassoMessage implements Message {

    /** In the documentation, and sent when somebody tries an address. */
    private static final String TRIAL = "MA_GIAO_DICH_THU_NGHIEM";

    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,15}),v1=([0-9a-fA-F]{128})");
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
        if (!signed) return Message.of(HmacVerifier.same(secret, headers.get("secure-token")), null, now);
        Matcher given = SIGNATURE.matcher(headers.getOrDefault("x-casso-signature", ""));
        if (!given.matches()) return Verdict.FORGED;
        String signedText = given.group(1) + "." + JavaScriptJson.sorted(json);
        String expected = HmacVerifier.hmac("HmacSHA512", secret, signedText.getBytes(StandardCharsets.UTF_8));
        return Message.of(
                HmacVerifier.sameHex(expected, given.group(2)),
                Instant.ofEpochMilli(Long.parseLong(given.group(1))),
                now);
    }

    @Override
    public List<Part> parts() {
        JsonNode data = json.path("data");
        if (failed()) return List.of();
        if (signed) return List.of(new Part("data", now -> ofV2(data, now)));
        var parts = new ArrayList<Part>();
        if (!data.isArray() || data.isEmpty())
            return List.of(new Part("data", now -> {
                throw new BankTransaction.Unfit("data");
            }));
        for (int i = 0; i < data.size(); i++) {
            JsonNode one = data.get(i);
            if (!tried(one)) parts.add(new Part("data[" + i + "]", now -> ofV1(new BankTransactionFields(one), now)));
        }
        return parts;
    }

    private boolean failed() {
        JsonNode error = json.path("error");
        String text = error.isString() || error.isNumber() ? error.asString().strip() : "";
        return !text.isEmpty() && !text.equals("0");
    }

    @Override
    public boolean trial() {
        JsonNode data = json.path("data");
        if (signed) return TRIAL.equals(data.path("reference").asString(""));
        if (!data.isArray() || data.isEmpty()) return false;
        for (JsonNode one : data) if (!tried(one)) return false;
        return true;
    }

    private static boolean tried(JsonNode one) {
        return TRIAL.equals(one.path("tid").asString(""));
    }

    private static BankTransaction ofV2(JsonNode data, Instant now) throws BankTransaction.Unfit {
        if (!data.isObject()) throw new BankTransaction.Unfit("data");
        var fields = new BankTransactionFields(data, true, Set.of());
        long amount = fields.amount("amount");
        String abbreviation = fields.text("bankAbbreviation");
        return new BankTransaction(
                fields.accounts("virtualAccountNumber", "accountNumber"),
                abbreviation != null ? abbreviation : fields.text("bankName"),
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

    private static BankTransaction ofV1(BankTransactionFields fields, Instant now) throws BankTransaction.Unfit {
        long amount = fields.amount("amount");
        String abbreviation = fields.text("bankAbbreviation");
        return new BankTransaction(
                fields.accounts("virtualAccount", "subAccId", "bank_sub_acc_id"),
                abbreviation != null ? abbreviation : fields.text("bankName"),
                amount > 0,
                Math.abs(amount),
                fields.time("when", now),
                fields.id("id"),
                fields.reference("tid"),
                fields.memo("description"),
                fields.text("corresponsiveName"),
                fields.text("corresponsiveAccount"),
                false);
    }
}

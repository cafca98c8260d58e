package vn.thucchat.foundation.money.bankfeeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.statements.Statements;

/** A webhook of payOS (payos.vn/docs, @payos/node): one movement, signed over its sorted fields. */
final class PayosMessage implements Message {

    /** In the documentation, and sent when somebody names an address. */
    private static final String TRIAL = "VQRIO123";

    /** The code of a payment that came; any other is why it did not. */
    private static final String PAID = "00";

    /** Texts that are signed as an empty one is. */
    private static final Set<String> BLANK = Set.of("null", "undefined");

    /** Longer than the database keeps an identity. */
    private static final int LONGEST_ID = 100;

    private final JsonNode json;

    PayosMessage(JsonNode json) {
        this.json = json;
    }

    @Override
    public Verdict verify(String secret, Instant now) {
        JsonNode given = json.path("signature");
        if (!given.isString() || !json.path("data").isObject()) return Verdict.FORGED;
        String expected = HmacVerifier.hmac(
                "HmacSHA256", secret, PayosSignedText.of(json.path("data")).getBytes(StandardCharsets.UTF_8));
        // payOS signs no time: what comes again is known by its identity
        return Message.of(HmacVerifier.sameHex(expected, given.asString()), null, now);
    }

    @Override
    public boolean ambiguous() {
        return PayosSignedText.ambiguous(json.path("data"));
    }

    @Override
    public List<Part> parts() {
        JsonNode data = json.path("data");
        // of the two codes the one that is signed
        JsonNode said = data.path("code");
        String code = said.isString() || said.isNumber() ? said.asString().strip() : "";
        if (!code.isEmpty() && !BLANK.contains(code) && !code.equals(PAID)) return List.of();
        return List.of(new Part("data", now -> notice(data, now)));
    }

    private static BankTransaction notice(JsonNode data, Instant now) throws BankTransaction.Unfit {
        var fields = new BankTransactionFields(data, true, BLANK);
        long amount = fields.amount("amount");
        if (amount < 0) throw new BankTransaction.Unfit("amount");
        String currency = fields.text("currency");
        if (currency != null && !currency.equals("VND")) throw new BankTransaction.Unfit("currency");
        Instant at = fields.time("transactionDateTime", now);
        return new BankTransaction(
                fields.accounts("virtualAccountNumber", "accountNumber"),
                true,
                amount,
                at,
                id(fields, at, amount),
                fields.reference("reference"),
                fields.memo("description"),
                fields.text("counterAccountName"),
                fields.text("counterAccountNumber"),
                false);
    }

    /** payOS numbers no message: a link may be paid in parts, and its bank may use a reference anew. */
    private static String id(BankTransactionFields fields, Instant at, long amountVnd) throws BankTransaction.Unfit {
        String link = fields.id("paymentLinkId");
        String reference = fields.text("reference");
        String id = link + ":" + (reference == null ? "" : reference) + ":" + at.getEpochSecond() + ":" + amountVnd;
        return id.length() <= LONGEST_ID ? id : Statements.hash(id.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean trial() {
        JsonNode data = json.path("data");
        return TRIAL.equals(data.path("description").asString(""))
                && data.path("orderCode").asString("").equals("123");
    }
}

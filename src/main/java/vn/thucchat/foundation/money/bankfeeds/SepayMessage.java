package vn.thucchat.foundation.money.bankfeeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thucchat.foundation.money.payments.BankTransaction;
import vn.thucchat.foundation.money.statements.Statements;

/**
 * A webhook of SePay (developer.sepay.vn/en/sepay-webhooks): one movement. Signed over {@code timestamp.body}, or with
 * an API key.
 */
final class SepayMessage implements Message {

    private static final String SCHEME = "Apikey ";

    /** The names of the fields: SePay's webhooks have the first, its BankHub the others. */
    private enum Spelling {
        WEBHOOK(
                "id",
                "subAccount",
                "accountNumber",
                "transferType",
                "in",
                "out",
                "transferAmount",
                "transactionDate",
                "referenceCode",
                "code"),
        BANK_HUB(
                "transaction_id",
                "va",
                "account_number",
                "transfer_type",
                "credit",
                "debit",
                "amount",
                "transaction_date",
                "reference_code",
                "payment_code");

        private final String id;
        private final String virtualAccount;
        private final String account;
        private final String type;
        private final String in;
        private final String out;
        private final String amount;
        private final String time;
        private final String reference;
        private final String code;

        Spelling(
                String id,
                String virtualAccount,
                String account,
                String type,
                String in,
                String out,
                String amount,
                String time,
                String reference,
                String code) {
            this.id = id;
            this.virtualAccount = virtualAccount;
            this.account = account;
            this.type = type;
            this.in = in;
            this.out = out;
            this.amount = amount;
            this.time = time;
            this.reference = reference;
            this.code = code;
        }
    }

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
        if (!signed) return Message.of(HmacVerifier.same(secret, key()), null, now);
        String time = headers.getOrDefault("x-sepay-timestamp", "");
        String given = headers.getOrDefault("x-sepay-signature", "");
        if (!time.matches("[0-9]{1,12}") || !given.startsWith("sha256=")) return Verdict.FORGED;
        String expected =
                HmacVerifier.hmac("HmacSHA256", secret, (time + ".").getBytes(StandardCharsets.US_ASCII), body);
        return Message.of(
                HmacVerifier.sameHex(expected, given.substring("sha256=".length())),
                Instant.ofEpochSecond(Long.parseLong(time)),
                now);
    }

    /** Of {@code Authorization: Apikey …}: a scheme may be written in any case (RFC 9110, 11.1). */
    private @Nullable String key() {
        String given = headers.getOrDefault("authorization", "");
        return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? given.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("", this::notice));
    }

    private BankTransaction notice(Instant now) throws BankTransaction.Unfit {
        var fields = new BankTransactionFields(json);
        Spelling names = json.has(Spelling.BANK_HUB.type) ? Spelling.BANK_HUB : Spelling.WEBHOOK;
        long amount = fields.amount(names.amount);
        if (amount < 0) throw new BankTransaction.Unfit(names.amount);
        String type = fields.text(names.type);
        boolean incoming = names.in.equals(type);
        if (!incoming && !names.out.equals(type)) throw new BankTransaction.Unfit(names.type);
        String code = fields.text(names.code);
        String reference = fields.reference(names.reference);
        return new BankTransaction(
                fields.accounts(names.virtualAccount, names.account),
                fields.text("gateway"),
                incoming,
                amount,
                fields.time(names.time, now),
                id(
                        fields,
                        names,
                        fields.text(names.reference) + " " + incoming + " " + amount + " " + fields.text(names.time)),
                reference,
                // the code that SePay itself found comes last: the memo may have lost it
                fields.memo("content") + (code == null ? "" : " " + code),
                null,
                null,
                false);
    }

    /**
     * SePay's own number; where it sends none, its documentation knows a movement by the bank's word, and we by all that
     * tells it from another: banks use a reference anew.
     */
    private static String id(BankTransactionFields fields, Spelling names, String otherwise)
            throws BankTransaction.Unfit {
        if (fields.text(names.id) != null) return fields.id(names.id);
        String said = fields.text(names.account) + " " + fields.text(names.virtualAccount) + " "
                + fields.text("accumulated") + " " + fields.text("content");
        return Statements.hash((otherwise + " " + said).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean trial() {
        return false;
    }
}

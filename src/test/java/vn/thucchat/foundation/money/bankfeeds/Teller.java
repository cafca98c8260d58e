package vn.thucchat.foundation.money.bankfeeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.testing.TestTime;

/**
 * What banks' messengers send, written and signed as they do it: {@code Teller.sepay(account).amount(15_000).memo(code)}.
 * Every one is of a movement of its own unless told otherwise.
 */
@NullMarked
public final class Teller {

    public static final String SECRET = "a-secret-of-the-tests";
    private static final AtomicLong NUMBER = new AtomicLong(TestTime.now().toEpochMilli());
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final JsonMapper JSON = new JsonMapper();

    private final Provider provider;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private String secret = SECRET;
    private Instant signedAt = TestTime.now();

    private Teller(Provider provider) {
        this.provider = provider;
    }

    public static Teller of(Provider provider, String account) {
        var teller = new Teller(provider);
        long number = NUMBER.incrementAndGet();
        String now = TestTime.local().format(LOCAL);
        switch (provider) {
            case SEPAY, SEPAY_KEY ->
                teller.with("id", number)
                        .with("gateway", "Vietcombank")
                        .with("transactionDate", now)
                        .with("accountNumber", account)
                        .with("content", "")
                        .with("transferType", "in")
                        .with("transferAmount", 15_000)
                        .with("referenceCode", "FT" + number);
            case CASSO ->
                teller.with("id", number)
                        .with("reference", "FT" + number)
                        .with("description", "")
                        .with("amount", 15_000)
                        .with("transactionDateTime", now)
                        .with("accountNumber", account)
                        .with("virtualAccountNumber", "")
                        .with("counterAccountName", "NGUYEN VAN A")
                        .with("counterAccountNumber", "8888888888");
            case CASSO_TOKEN ->
                teller.with("id", number)
                        .with("tid", "FT" + number)
                        .with("description", "")
                        .with("amount", 15_000)
                        .with("when", now)
                        .with("bank_sub_acc_id", account);
            case PAYOS ->
                teller.with("orderCode", number)
                        .with("amount", 15_000)
                        .with("description", "")
                        .with("accountNumber", account)
                        .with("reference", "TF" + number)
                        .with("transactionDateTime", now)
                        .with("currency", "VND")
                        .with("paymentLinkId", "link" + number)
                        .with("code", "00")
                        .with("desc", "Thành công")
                        .with("counterAccountName", "NGUYEN VAN A");
        }
        return teller;
    }

    public static Teller sepay(String account) {
        return of(Provider.SEPAY, account);
    }

    public Teller with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Teller amount(Object amount) {
        return with(provider.source() == Movement.Source.SEPAY ? "transferAmount" : "amount", amount);
    }

    public Teller memo(String memo) {
        return with(provider.source() == Movement.Source.SEPAY ? "content" : "description", memo);
    }

    public Teller at(LocalDateTime local) {
        String field = switch (provider) {
            case SEPAY, SEPAY_KEY -> "transactionDate";
            case CASSO, PAYOS -> "transactionDateTime";
            case CASSO_TOKEN -> "when";
        };
        return with(field, local.format(LOCAL));
    }

    public Teller secret(String other) {
        secret = other;
        return this;
    }

    public Teller signedAt(Instant at) {
        signedAt = at;
        return this;
    }

    public String body() {
        return JSON.writeValueAsString(
                switch (provider) {
                    case SEPAY, SEPAY_KEY -> fields;
                    case CASSO -> Map.of("error", 0, "data", fields);
                    case CASSO_TOKEN -> Map.of("error", 0, "data", java.util.List.of(fields));
                    case PAYOS ->
                        Map.of(
                                "code",
                                "00",
                                "desc",
                                "success",
                                "success",
                                true,
                                "data",
                                fields,
                                "signature",
                                HmacVerifier.hmac(
                                        "HmacSHA256",
                                        secret,
                                        PayosSignedText.of(JSON.valueToTree(fields))
                                                .getBytes(StandardCharsets.UTF_8)));
                });
    }

    /** What proves this body, or another in its place. */
    public Map<String, String> headers(String body) {
        return switch (provider) {
            case SEPAY -> {
                String time = Long.toString(signedAt.getEpochSecond());
                yield Map.of(
                        "x-sepay-timestamp",
                        time,
                        "x-sepay-signature",
                        "sha256="
                                + HmacVerifier.hmac(
                                        "HmacSHA256", secret, (time + "." + body).getBytes(StandardCharsets.UTF_8)));
            }
            case SEPAY_KEY -> Map.of("authorization", "Apikey " + secret);
            case CASSO -> {
                String time = Long.toString(signedAt.toEpochMilli());
                String signed = time + "." + JavaScriptJson.sorted(JSON.readTree(body));
                yield Map.of(
                        "x-casso-signature",
                        "t=" + time + ",v1="
                                + HmacVerifier.hmac("HmacSHA512", secret, signed.getBytes(StandardCharsets.UTF_8)));
            }
            case CASSO_TOKEN -> Map.of("secure-token", secret);
            case PAYOS -> Map.of();
        };
    }
}

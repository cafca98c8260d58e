package vn.thucchat.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * What a bank's messenger would send of an invented payment, in its own format and signed as it signs: the room
 * {@code foundation.money.bankfeeds} says where the formats are published.
 *
 * @param headers that prove it
 */
record BankMessage(String connection, Map<String, String> headers, String body) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param at when it was paid
     * @param number tells it from every other of the connection
     * @param now when it is sent and signed
     */
    static BankMessage of(
            DemoMarket.Teller teller,
            String account,
            long amountVnd,
            String memo,
            Instant at,
            long number,
            Instant now) {
        String time = LocalDateTime.ofInstant(at, BusinessTime.VIETNAM).format(LOCAL);
        return switch (teller) {
            case SEPAY -> sepay(teller, account, amountVnd, memo, time, number, now);
            case CASSO -> casso(teller, account, amountVnd, memo, time, number, now);
            case PAYOS -> payos(teller, account, amountVnd, memo, time, number);
        };
    }

    private static BankMessage sepay(
            DemoMarket.Teller teller,
            String account,
            long amountVnd,
            String memo,
            String time,
            long number,
            Instant signed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", number);
        fields.put("gateway", teller.bank);
        fields.put("transactionDate", time);
        fields.put("accountNumber", account);
        fields.put("content", memo);
        fields.put("transferType", "in");
        fields.put("transferAmount", amountVnd);
        fields.put("referenceCode", "DEMO" + number);
        String body = JSON.writeValueAsString(fields);
        String now = Long.toString(signed.getEpochSecond());
        return new BankMessage(
                teller.id,
                Map.of(
                        "X-SePay-Timestamp",
                        now,
                        "X-SePay-Signature",
                        "sha256=" + hmac("HmacSHA256", teller, now + "." + body)),
                body);
    }

    private static BankMessage casso(
            DemoMarket.Teller teller,
            String account,
            long amountVnd,
            String memo,
            String time,
            long number,
            Instant signed) {
        // sorted, and plain ASCII: what is signed is what is sent
        var data = new TreeMap<String, Object>();
        data.put("id", number);
        data.put("reference", "DEMO" + number);
        data.put("description", memo);
        data.put("amount", amountVnd);
        data.put("transactionDateTime", time);
        data.put("accountNumber", account);
        data.put("bankName", teller.bank);
        data.put("counterAccountName", "KHACH HANG MINH HOA");
        String body = JSON.writeValueAsString(new TreeMap<>(Map.of("error", 0, "data", data)));
        String now = Long.toString(signed.toEpochMilli());
        return new BankMessage(
                teller.id,
                Map.of("X-Casso-Signature", "t=" + now + ",v1=" + hmac("HmacSHA512", teller, now + "." + body)),
                body);
    }

    private static BankMessage payos(
            DemoMarket.Teller teller, String account, long amountVnd, String memo, String time, long number) {
        var data = new TreeMap<String, Object>();
        data.put("orderCode", number);
        data.put("amount", amountVnd);
        data.put("description", memo);
        data.put("accountNumber", account);
        data.put("reference", "DEMO" + number);
        data.put("transactionDateTime", time);
        data.put("currency", "VND");
        data.put("paymentLinkId", "demo" + number);
        data.put("code", "00");
        data.put("desc", "success");
        String signed = data.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("code", "00");
        whole.put("desc", "success");
        whole.put("success", true);
        whole.put("data", data);
        whole.put("signature", hmac("HmacSHA256", teller, signed));
        return new BankMessage(teller.id, Map.of(), JSON.writeValueAsString(whole));
    }

    private static String hmac(String algorithm, DemoMarket.Teller teller, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(teller.secret().getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

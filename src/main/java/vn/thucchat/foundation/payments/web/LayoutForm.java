package vn.thucchat.foundation.payments.web;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.payments.CsvMapping;
import vn.thucchat.foundation.payments.CsvMapping.Account;
import vn.thucchat.foundation.payments.CsvMapping.Amounts;
import vn.thucchat.foundation.payments.CsvMapping.Columns;
import vn.thucchat.foundation.payments.CsvMapping.DecimalStyle;

/** What was typed about how a bank lays out its CSV statements. */
public record LayoutForm(
        @Nullable String name,
        @Nullable String source,
        @Nullable String delimiter,
        @Nullable String headerLine,
        @Nullable String endsAt,
        @Nullable String account,
        @Nullable String date,
        @Nullable String datePattern,
        @Nullable String time,
        @Nullable String timePattern,
        @Nullable String in,
        @Nullable String out,
        @Nullable String amount,
        @Nullable String decimals,
        @Nullable String reference,
        @Nullable String memo,
        @Nullable String payerName,
        @Nullable String payerAccount,
        @Nullable String charset) {

    static final LayoutForm EMPTY = new LayoutForm(
            null,
            null,
            "COMMA",
            "1",
            null,
            null,
            null,
            "dd/MM/yyyy",
            null,
            null,
            null,
            null,
            null,
            "VIETNAMESE",
            null,
            null,
            null,
            null,
            "UTF8");

    /** The field that is at fault, or null. */
    @Nullable
    String fault() {
        if (text(name).isEmpty() || text(name).length() > 100) return "name";
        if (text(source).isEmpty() || text(source).length() > 200) return "source";
        if (text(date).isEmpty()) return "date";
        if (text(memo).replace(";", "").isBlank()) return "memo";
        if (!text(headerLine).matches("[1-9][0-9]?")) return "headerLine";
        boolean split = !text(in).isEmpty() && !text(out).isEmpty();
        if (split == !text(amount).isEmpty()) return "amount";
        return mapping().isEmpty() ? "datePattern" : null;
    }

    /** Empty where the patterns are none. */
    Optional<CsvMapping> mapping() {
        try {
            String account = text(this.account);
            String signed = text(amount);
            return Optional.of(new CsvMapping(
                    separator(),
                    Integer.parseInt(text(headerLine)),
                    orNull(endsAt),
                    account.isEmpty() ? new Account.Fixed("") : new Account.Column(account),
                    new Columns(
                            text(date),
                            orNull(time),
                            signed.isEmpty() ? new Amounts.Split(text(in), text(out)) : new Amounts.Signed(signed),
                            orNull(reference),
                            text(memo),
                            orNull(payerName),
                            orNull(payerAccount)),
                    "ENGLISH".equals(decimals) ? DecimalStyle.ENGLISH : DecimalStyle.VIETNAMESE,
                    text(datePattern),
                    orNull(timePattern),
                    Charset.forName(
                            switch (text(charset)) {
                                case "UTF16" -> "UTF-16";
                                case "WINDOWS1258" -> "windows-1258";
                                default -> "UTF-8";
                            })));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private char separator() {
        return switch (text(delimiter)) {
            case "SEMICOLON" -> ';';
            case "TAB" -> '\t';
            case "BAR" -> '|';
            default -> ',';
        };
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    static String text(@Nullable String typed) {
        if (typed == null) return "";
        String cut = typed.length() > 200 ? typed.substring(0, 200) : typed;
        return cut.replaceAll("\\p{Cntrl}", "").strip();
    }
}

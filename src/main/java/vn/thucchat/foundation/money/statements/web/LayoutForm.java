package vn.thucchat.foundation.money.statements.web;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.CsvMapping;
import vn.thucchat.foundation.money.formats.CsvMapping.Account;
import vn.thucchat.foundation.money.formats.CsvMapping.Amounts;
import vn.thucchat.foundation.money.formats.CsvMapping.Columns;
import vn.thucchat.foundation.money.formats.CsvMapping.DecimalStyle;
import vn.thucchat.foundation.pages.FieldError;

/** How a bank lays out its CSV statements, as a person types it. */
record LayoutForm(
        String name,
        String source,
        String delimiter,
        String headerLine,
        String endsAt,
        String account,
        String date,
        String datePattern,
        String time,
        String timePattern,
        String in,
        String out,
        String amount,
        String decimals,
        String reference,
        String memo,
        String payerName,
        String payerAccount,
        String charset) {

    /** What the fields hold before anything is typed. */
    static final Map<String, String> USUAL = Map.of(
            "delimiter",
            "COMMA",
            "headerLine",
            "1",
            "datePattern",
            "dd/MM/yyyy",
            "decimals",
            "VIETNAMESE",
            "charset",
            "UTF8");

    /** All fields that are at fault. */
    List<FieldError> errors() {
        var fields = new ArrayList<String>();
        if (name.isEmpty() || name.length() > 100) fields.add("name");
        if (source.isEmpty() || source.length() > 200) fields.add("source");
        if (date.isEmpty()) fields.add("date");
        if (memo.replace(";", "").isBlank()) fields.add("memo");
        if (!headerLine.matches("[1-9][0-9]?")) fields.add("headerLine");
        boolean split = !in.isEmpty() && !out.isEmpty();
        if (split == !amount.isEmpty()) fields.add("amount");
        if (fields.isEmpty() && mapping().isEmpty()) fields.add("datePattern");
        return fields.stream()
                .map(field -> new FieldError(field, "payments.layout." + field + ".fault"))
                .toList();
    }

    /** Empty where the patterns are none. */
    Optional<CsvMapping> mapping() {
        try {
            return Optional.of(new CsvMapping(
                    separator(),
                    Integer.parseInt(headerLine),
                    orNull(endsAt),
                    account.isEmpty() ? new Account.Fixed("") : new Account.Column(account),
                    new Columns(
                            date,
                            orNull(time),
                            amount.isEmpty() ? new Amounts.Split(in, out) : new Amounts.Signed(amount),
                            orNull(reference),
                            memo,
                            orNull(payerName),
                            orNull(payerAccount)),
                    "ENGLISH".equals(decimals) ? DecimalStyle.ENGLISH : DecimalStyle.VIETNAMESE,
                    datePattern,
                    orNull(timePattern),
                    Charset.forName(
                            switch (charset) {
                                case "UTF16" -> "UTF-16";
                                case "WINDOWS1258" -> "windows-1258";
                                default -> "UTF-8";
                            })));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private char separator() {
        return switch (delimiter) {
            case "SEMICOLON" -> ';';
            case "TAB" -> '\t';
            case "BAR" -> '|';
            default -> ',';
        };
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}

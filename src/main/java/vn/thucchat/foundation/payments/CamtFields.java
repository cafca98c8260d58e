package vn.thucchat.foundation.payments;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts below one element of a camt message by their paths; only those that are asked for, so that it stays small. */
final class CamtFields {

    private static final String CURRENCY = "/@Ccy";

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(?:\\.\\d{1,5})?");
    /** May be repeated; the first of any other is the one that counts. */
    private static final Set<String> JOINED = Set.of("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref");

    private static final Set<String> ASKED_FOR = Set.of(
            // of an account
            "Acct/Id/IBAN",
            "Acct/Id/Othr/Id",
            // of a balance
            "Tp/CdOrPrtry/Cd",
            "Dt/Dt",
            "Dt/DtTm",
            // of an entry, of a part of it, or of both
            "NtryRef",
            "Amt",
            "AmtDtls/TxAmt/Amt",
            "CdtDbtInd",
            "RvslInd",
            "Sts",
            "Sts/Cd",
            "BookgDt/Dt",
            "BookgDt/DtTm",
            "ValDt/Dt",
            "ValDt/DtTm",
            "AcctSvcrRef",
            "AddtlNtryInf",
            "AddtlTxInf",
            "Refs/AcctSvcrRef",
            "Refs/TxId",
            "Refs/EndToEndId",
            "RltdPties/Dbtr/Nm",
            "RltdPties/Dbtr/Pty/Nm",
            "RltdPties/DbtrAcct/Id/IBAN",
            "RltdPties/DbtrAcct/Id/Othr/Id",
            "RmtInf/Ustrd",
            "RmtInf/Strd/CdtrRefInf/Ref");

    private static final Set<String> REFERENCES = Set.of("AcctSvcrRef", "Refs/AcctSvcrRef", "Refs/TxId");

    private final int line;
    private final Map<String, String> texts = new HashMap<>();

    CamtFields(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    /** @return whether it is not too long */
    boolean put(String path, String text, @Nullable String currency) {
        if (!ASKED_FOR.contains(path)) return true;
        if (REFERENCES.contains(path) && text.length() > StatementReading.LONGEST_REFERENCE) return false;
        String before = texts.putIfAbsent(path, text);
        if (before != null && JOINED.contains(path)) {
            if (before.length() + text.length() > StatementReading.LONGEST_TEXT) return false;
            texts.put(path, before + " " + text);
        }
        if (before == null && currency != null) texts.put(path + CURRENCY, currency);
        return true;
    }

    @Nullable
    String first(String... paths) {
        for (String path : paths) {
            String text = texts.get(path);
            if (text != null) return text;
        }
        return null;
    }

    /** Đồng, zero or above. */
    sealed interface Amount {
        record Vnd(long value) implements Amount {}

        record Wrong(StatementFault.Reason reason) implements Amount {}
    }

    /** Of the first path that is there; null when none is. */
    @Nullable
    Amount amount(String... paths) {
        for (String path : paths) {
            String text = texts.get(path);
            if (text == null) continue;
            if (!"VND".equals(texts.get(path + CURRENCY))) return new Amount.Wrong(StatementFault.Reason.CURRENCY);
            var value = AMOUNT.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros() : null;
            if (value == null
                    || value.scale() > 0
                    || value.compareTo(BigDecimal.valueOf(StatementReading.MOST_VND)) > 0)
                return new Amount.Wrong(StatementFault.Reason.AMOUNT);
            return new Amount.Vnd(value.longValueExact());
        }
        return null;
    }

    StatementLine.@Nullable Direction direction() {
        return switch (first("CdtDbtInd")) {
            case "CRDT" -> StatementLine.Direction.IN;
            case "DBIT" -> StatementLine.Direction.OUT;
            case null, default -> null;
        };
    }
}

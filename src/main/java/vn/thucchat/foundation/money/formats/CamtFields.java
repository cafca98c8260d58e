package vn.thucchat.foundation.money.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts below one element of a camt message by their paths; only those that are asked for, so that it stays small. */
final class CamtFields {

    private static final String CURRENCY = "/@Ccy";

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(?:\\.\\d{1,5})?");
    /** May be repeated; the first of any other is the one that counts. */
    private static final Set<String> REPEATED = Set.of(
            "RmtInf/Ustrd",
            "RmtInf/Strd/CdtrRefInf/Ref",
            "RmtInf/Strd/CdtrRefInf/CdtrRef",
            "RmtInf/Strd/AddtlRmtInf",
            "RmtInf/Strd/RfrdDocInf/Nb");

    private static final Set<String> ASKED_FOR = Set.of(
            // of a statement and its account
            "CreDtTm",
            "FrToDt/FrDtTm",
            "FrToDt/ToDtTm",
            "FrToDt/FrDt",
            "FrToDt/ToDt",
            "Acct/Id/IBAN",
            "Acct/Id/BBAN",
            "Acct/Id/UPIC",
            "Acct/Id/PrtryAcct/Id",
            "Acct/Id/Othr/Id",
            // of a balance
            "Tp/CdOrPrtry/Cd",
            "Tp/CdOrPrtry/Prtry",
            "Tp/Cd",
            "Tp/Prtry",
            "Dt/Dt",
            "Dt/DtTm",
            // of an entry, of a part of it, or of both
            "NtryRef",
            "Amt",
            "AmtDtls/TxAmt/Amt",
            "AmtDtls/InstdAmt/Amt",
            "AmtDtls/CntrValAmt/Amt",
            "CdtDbtInd",
            "RvslInd",
            "Sts",
            "Sts/Cd",
            "Sts/Prtry",
            "BookgDt/Dt",
            "BookgDt/DtTm",
            "ValDt/Dt",
            "ValDt/DtTm",
            "Btch/NbOfTxs",
            "NtryDtls/Btch/NbOfTxs",
            "AcctSvcrRef",
            "AddtlNtryInf",
            "AddtlTxInf",
            "Refs/AcctSvcrRef",
            "Refs/TxId",
            "Refs/EndToEndId",
            "Refs/InstrId",
            "Refs/PmtInfId",
            "Refs/MndtId",
            "Refs/ChqNb",
            "RltdPties/Dbtr/Nm",
            "RltdPties/Dbtr/Pty/Nm",
            "RltdPties/DbtrAcct/Id/IBAN",
            "RltdPties/DbtrAcct/Id/BBAN",
            "RltdPties/DbtrAcct/Id/PrtryAcct/Id",
            "RltdPties/DbtrAcct/Id/Othr/Id",
            "RmtInf/Ustrd",
            "RmtInf/Strd/CdtrRefInf/Ref",
            "RmtInf/Strd/CdtrRefInf/CdtrRef",
            "RmtInf/Strd/AddtlRmtInf",
            "RmtInf/Strd/RfrdDocInf/Nb");

    private static final Set<String> REFERENCES = Set.of("AcctSvcrRef", "Refs/AcctSvcrRef", "Refs/TxId");

    private final int line;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> repeated = new HashMap<>();
    private int repeatedLength;

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
        if (REPEATED.contains(path)) {
            repeatedLength += text.length();
            if (repeatedLength > StatementReading.LONGEST_TEXT) return false;
            repeated.computeIfAbsent(path, _ -> new ArrayList<>()).add(text);
        }
        if (texts.putIfAbsent(path, text) == null && currency != null) texts.put(path + CURRENCY, currency);
        return true;
    }

    /** All texts of the paths, in the paths' order. */
    List<String> all(String... paths) {
        var all = new ArrayList<String>();
        for (String path : paths) {
            @Nullable String text = texts.get(path);
            if (REPEATED.contains(path)) all.addAll(repeated.getOrDefault(path, List.of()));
            else if (text != null) all.add(text);
        }
        return all;
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

    /** The first that is in đồng, where an amount is told in several currencies; null when none is. */
    @Nullable
    Long anyVnd(String... paths) {
        for (String path : paths) if (amount(path) instanceof Amount.Vnd vnd) return vnd.value();
        return null;
    }

    /** As it stands there: {@code 12.50 USD}. */
    String amountText() {
        String text = texts.getOrDefault("Amt", "");
        String currency = texts.getOrDefault("Amt" + CURRENCY, "");
        return (text + " " + currency).strip();
    }

    StatementLine.@Nullable Direction direction() {
        return switch (first("CdtDbtInd")) {
            case "CRDT" -> StatementLine.Direction.IN;
            case "DBIT" -> StatementLine.Direction.OUT;
            case null, default -> null;
        };
    }
}

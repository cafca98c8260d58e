package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;
import vn.thucchat.foundation.money.payments.BankTransaction;

/** From an entry of a camt message and its parts to lines: one, or one for each part of a batch. */
final class CamtEntry {

    /** Stated, but no movement yet (ISO 20022, external entry status codes). */
    private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

    private static final String[] PART_AMOUNTS = {
        "Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt", "AmtDtls/CntrValAmt/Amt"
    };
    private static final String[] PAYER_ACCOUNT = {
        "RltdPties/DbtrAcct/Id/IBAN",
        "RltdPties/DbtrAcct/Id/Othr/Id",
        "RltdPties/DbtrAcct/Id/BBAN",
        "RltdPties/DbtrAcct/Id/PrtryAcct/Id"
    };
    private static final String[] REMITTANCE = {
        "RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef"
    };
    private static final String[] BESIDE = {
        "RmtInf/Strd/RfrdDocInf/Nb", "Refs/EndToEndId", "Refs/InstrId", "Refs/PmtInfId", "Refs/MndtId", "Refs/ChqNb"
    };

    private final CamtFields entry;
    private final List<CamtFields> parts;
    private final String accountNumber;
    private final StatementReading reading;
    private final List<StatementFault> notes;

    CamtEntry(
            CamtFields entry,
            List<CamtFields> parts,
            String accountNumber,
            StatementReading reading,
            List<StatementFault> notes) {
        this.entry = entry;
        this.parts = parts;
        this.accountNumber = accountNumber;
        this.reading = reading;
        this.notes = notes;
    }

    /** @return nothing when it is not booked, or cannot be taken, which has then been noted */
    List<StatementLine> lines() {
        String status = entry.first("Sts", "Sts/Cd", "Sts/Prtry");
        if (status != null && NOT_BOOKED.contains(status)) return leftOut(Reason.PENDING);
        if (!"BOOK".equals(status)) return leftOut(Reason.STATUS);
        var when = BookingTime.xml(entry.first("BookgDt/Dt"), entry.first("BookgDt/DtTm"))
                .or(() -> BookingTime.xml(entry.first("ValDt/Dt"), entry.first("ValDt/DtTm")));
        if (when.isEmpty()) return leftOut(Reason.DATE);
        var direction = entry.direction();
        if (direction == null) return leftOut(Reason.DIRECTION);
        return switch (entry.amount("Amt")) {
            case null -> leftOut(Reason.AMOUNT);
            case CamtFields.Amount.Wrong wrong -> leftOut(wrong.reason());
            case CamtFields.Amount.Vnd amount when amount.value() == 0 -> leftOut(Reason.ZERO);
            case CamtFields.Amount.Vnd amount -> lines(when.get(), direction, amount.value());
        };
    }

    /** The entry's own amount is what the account's balance changed by: parts that say otherwise are not followed. */
    private List<StatementLine> lines(BookingTime when, Direction direction, long amountVnd) {
        if (parts.isEmpty()) {
            if (isBatch()) note(Reason.BATCH);
            return List.of(line(when, direction, amountVnd, List.of()));
        }
        if (parts.size() == 1) {
            var part = parts.getFirst();
            var stated = part.amount(PART_AMOUNTS);
            if (stated != null && !stated.equals(new CamtFields.Amount.Vnd(amountVnd))) note(Reason.OWN_AMOUNT);
            return List.of(line(when, direction, amountVnd, parts));
        }
        var lines = new ArrayList<StatementLine>();
        long sum = 0;
        for (var part : parts) {
            Long partVnd = part.anyVnd(PART_AMOUNTS);
            if (partVnd == null) return whole(when, direction, amountVnd);
            // newer versions let a part go the other way than the batch, which is then what remains
            var stated = part.direction();
            var partDirection = stated == null ? direction : stated;
            sum += partDirection == direction ? partVnd : -partVnd;
        }
        if (sum != amountVnd) return whole(when, direction, amountVnd);
        for (var part : parts) {
            long partVnd = Objects.requireNonNull(part.anyVnd(PART_AMOUNTS));
            if (partVnd == 0) continue;
            var stated = part.direction();
            lines.add(line(when, stated == null ? direction : stated, partVnd, List.of(part)));
        }
        return lines;
    }

    private List<StatementLine> whole(BookingTime when, Direction direction, long amountVnd) {
        note(Reason.PARTS);
        return List.of(line(when, direction, amountVnd, parts));
    }

    private boolean isBatch() {
        String payments = entry.first("NtryDtls/Btch/NbOfTxs", "Btch/NbOfTxs");
        return payments != null && !payments.matches("0*1?");
    }

    /** @param of the part that it is; all of them where it is the whole batch */
    private StatementLine line(BookingTime when, Direction direction, long amountVnd, List<CamtFields> of) {
        // a batch that is taken whole has no payer, and the references and words of none
        var part = of.size() == 1 ? of.getFirst() : new CamtFields(entry.line());
        reading.another(part.line());
        String reversed = entry.first("RvslInd");
        boolean reversal = "true".equals(reversed) || "1".equals(reversed);
        // the parties of a reversal are those of what it takes back
        boolean paidToUs = (reversal ? direction.other() : direction) == Direction.IN;
        List<String> references = references(part);
        return new StatementLine(
                accountNumber,
                when.day(),
                when.at(),
                direction,
                amountVnd,
                reading.reference(
                        accountNumber, direction, amountVnd, references.isEmpty() ? null : references.getFirst()),
                references.stream().skip(1).map(BankTransaction::reference).collect(Collectors.toSet()),
                memo(of, part),
                paidToUs ? part.first("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm") : null,
                paidToUs ? part.first(PAYER_ACCOUNT) : null,
                reversal);
    }

    /**
     * The bank's own, the most particular first. That of an entry with several parts is of the batch, and only for want
     * of another that of a part. {@code EndToEndId} is the payer's word, the same each month, and {@code NtryRef} may
     * count the entries of one file: by neither is a movement known again.
     */
    private List<String> references(CamtFields part) {
        var references = new LinkedHashSet<String>();
        for (String path : List.of("Refs/AcctSvcrRef", "Refs/TxId")) {
            String ofPart = part.first(path);
            if (ofPart != null && !StatementMemo.placeholder(ofPart)) references.add(ofPart);
        }
        String ofEntry = entry.first("AcctSvcrRef");
        if (ofEntry != null && !StatementMemo.placeholder(ofEntry) && (parts.size() <= 1 || references.isEmpty()))
            references.add(ofEntry);
        return List.copyOf(references);
    }

    /** Banks that pass no remittance information on often repeat it elsewhere. */
    private String memo(List<CamtFields> of, CamtFields part) {
        var instead = new ArrayList<>(part.all("AddtlTxInf", "RmtInf/Strd/AddtlRmtInf"));
        // of a batch it is nobody's
        if (parts.size() <= 1 || of.size() > 1) instead.addAll(entry.all("AddtlNtryInf"));
        return StatementMemo.memo(part.all(REMITTANCE), instead, part.all(BESIDE));
    }

    private List<StatementLine> leftOut(Reason reason) {
        reading.another(entry.line());
        note(reason);
        return List.of();
    }

    private void note(Reason reason) {
        String reference = entry.first("NtryRef", "AcctSvcrRef");
        String amount = entry.amountText();
        notes.add(new StatementFault(
                entry.line(),
                reference == null ? amount : amount.isEmpty() ? reference : reference + " · " + amount,
                reason));
    }
}

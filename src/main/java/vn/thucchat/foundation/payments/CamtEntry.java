package vn.thucchat.foundation.payments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thucchat.foundation.payments.StatementFault.Reason;
import vn.thucchat.foundation.payments.StatementLine.Direction;

/** From an entry of a camt message and its parts to lines: one, or one for each part of a batch. */
final class CamtEntry {

    /** Stated, but no movement yet (ISO 20022, external entry status codes). */
    private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

    private final CamtFields entry;
    private final List<CamtFields> parts;
    private final String accountNumber;
    private final StatementReading reading;

    CamtEntry(CamtFields entry, List<CamtFields> parts, String accountNumber, StatementReading reading) {
        this.entry = entry;
        this.parts = parts;
        this.accountNumber = accountNumber;
        this.reading = reading;
    }

    /** @return nothing when it is not booked, or at fault, which has then been told */
    List<StatementLine> lines() {
        String status = entry.first("Sts", "Sts/Cd");
        if (status != null && NOT_BOOKED.contains(status)) return List.of();
        if (!"BOOK".equals(status)) return fault(Reason.STATUS);
        var when = BookingTime.xml(entry.first("BookgDt/Dt"), entry.first("BookgDt/DtTm"))
                .or(() -> BookingTime.xml(entry.first("ValDt/Dt"), entry.first("ValDt/DtTm")));
        if (when.isEmpty()) return fault(Reason.DATE);
        var direction = entry.direction();
        if (direction == null) return fault(Reason.DIRECTION);
        return switch (entry.amount("Amt")) {
            case null -> fault(Reason.AMOUNT);
            case CamtFields.Amount.Wrong wrong -> fault(wrong.reason());
            case CamtFields.Amount.Vnd amount when amount.value() == 0 -> fault(Reason.AMOUNT);
            case CamtFields.Amount.Vnd amount -> lines(when.get(), direction, amount.value());
        };
    }

    private List<StatementLine> lines(BookingTime when, Direction direction, long amountVnd) {
        if (parts.isEmpty()) return List.of(line(when, direction, amountVnd, new CamtFields(entry.line())));
        var lines = new ArrayList<StatementLine>();
        long sum = 0;
        for (var part : parts) {
            long partVnd;
            switch (part.amount("Amt", "AmtDtls/TxAmt/Amt")) {
                case null -> {
                    if (parts.size() > 1) return fault(Reason.PARTS);
                    partVnd = amountVnd;
                }
                case CamtFields.Amount.Wrong wrong -> {
                    return fault(wrong.reason());
                }
                case CamtFields.Amount.Vnd vnd -> partVnd = vnd.value();
            }
            if (partVnd == 0) return fault(Reason.AMOUNT);
            // newer versions let a part go the other way than the batch, which is then what remains
            var stated = part.direction();
            var partDirection = stated == null ? direction : stated;
            sum += partDirection == direction ? partVnd : -partVnd;
            lines.add(line(when, partDirection, partVnd, part));
        }
        return sum == amountVnd ? lines : fault(Reason.PARTS);
    }

    private StatementLine line(BookingTime when, Direction direction, long amountVnd, CamtFields part) {
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
                references.stream().skip(1).map(Notice::reference).collect(Collectors.toSet()),
                memo(part),
                paidToUs ? part.first("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm") : null,
                paidToUs ? part.first("RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id") : null,
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
            if (ofPart != null) references.add(ofPart);
        }
        String ofEntry = entry.first("AcctSvcrRef");
        if (ofEntry != null && (parts.size() <= 1 || references.isEmpty())) references.add(ofEntry);
        return List.copyOf(references);
    }

    private String memo(CamtFields part) {
        var words = new ArrayList<String>();
        for (String path : List.of("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref")) {
            String text = part.first(path);
            if (text != null) words.add(text);
        }
        if (!words.isEmpty()) return String.join(" ", words);
        // banks that pass no remittance information on often repeat it here
        String more = part.first("AddtlTxInf");
        if (more == null) more = entry.first("AddtlNtryInf");
        return more == null ? "" : more;
    }

    private List<StatementLine> fault(Reason reason) {
        reading.fault(entry.line(), entry.first("NtryRef", "AcctSvcrRef"), reason);
        return List.of();
    }
}

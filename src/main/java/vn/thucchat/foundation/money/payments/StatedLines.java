package vn.thucchat.foundation.money.payments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.StatementLine;

/**
 * Makes movements of a statement's lines, or finds those that were told before: by the bank's reference together with
 * its day, amount and direction, or by these and the memo where one of the two tellers passed no reference on.
 */
@Component
public class StatedLines {

    /**
     * @param movements the number of each line's movement, in the lines' order; null for one that is larger than a single
     *     payment is, and held until a person has looked at it
     */
    public record Placed(List<@Nullable Long> movements, int fresh) {}

    private final StatedMovementStore known;
    private final RemittanceStore kept;
    private final SealedRemittances originals;
    private final TransactionReportStore told;
    private final MovementLookupStore movementStore;
    private final DuplicateRecognition recognition;
    private final DamagedReferences damaged;
    private final ExceptionQueue exceptions;
    private final Posting posting;
    private final InstantSource clock;
    private final long largestVnd;

    StatedLines(
            StatedMovementStore known,
            RemittanceStore kept,
            SealedRemittances originals,
            TransactionReportStore told,
            MovementLookupStore movementStore,
            DuplicateRecognition recognition,
            DamagedReferences damaged,
            ExceptionQueue exceptions,
            Posting posting,
            InstantSource clock,
            @Value("${thucchat.payments.largest}") long largestVnd) {
        this.largestVnd = largestVnd;
        this.known = known;
        this.kept = kept;
        this.originals = originals;
        this.told = told;
        this.movementStore = movementStore;
        this.recognition = recognition;
        this.damaged = damaged;
        this.exceptions = exceptions;
        this.posting = posting;
        this.clock = clock;
    }

    /** The account must be locked: nobody else may tell of its movements meanwhile. */
    public Placed place(ReceivingAccount account, List<StatementLine> stated) {
        StatedReferences.Numbered numbered = StatedReferences.of(stated);
        List<StatementLine> lines = numbered.lines();
        List<BankTransaction> notices = notices(numbered);
        var movements = new Long[lines.size()];
        known.placed(account.number(), numbered.sourceIds()).forEach((i, number) -> movements[i] = number);
        Set<Integer> paired = new HashSet<>(referred(account, lines, movements));
        paired.addAll(told(account, lines, movements));
        var arrivals = new ArrayList<TransactionToPost>();
        Map<Integer, Long> doubts = doubts(account, lines, notices, movements);
        for (int i = 0; i < movements.length; i++) {
            if (movements[i] != null) continue;
            var arrival = new TransactionToPost(
                    account, notices.get(i), Movement.Source.STATEMENT, SealedRemittances.text(lines.get(i)));
            Long doubt = doubts.get(i);
            if (incoming(lines.get(i)) && lines.get(i).amountVnd() > largestVnd) {
                exceptions.tooLarge(arrival, clock.instant());
            } else if (doubt == null) {
                arrivals.add(arrival);
            } else {
                // until somebody decides it states the movement that it may be
                movements[i] = doubt;
                exceptions.suspectedDuplicate(arrival, doubt, clock.instant());
            }
        }
        if (!arrivals.isEmpty()) {
            posting.post(arrivals);
            known.placed(account.number(), numbered.sourceIds()).forEach((i, number) -> {
                if (movements[i] == null) movements[i] = number;
            });
        }
        refer(account, numbered, movements, paired);
        takeBack(account, lines, movements);
        return new Placed(Arrays.asList(movements), arrivals.size());
    }

    /**
     * Those that were told by one of the references that the bank gives them, on that day: each is one line.
     *
     * @return their places
     */
    private Set<Integer> referred(ReceivingAccount account, List<StatementLine> lines, @Nullable Long[] movements) {
        Map<Integer, StatementLine> open = new TreeMap<>();
        for (int i = 0; i < movements.length; i++)
            if (movements[i] == null && lines.get(i).reference() != null) open.put(i, lines.get(i));
        if (open.isEmpty()) return Set.of();
        Set<Long> taken = taken(movements);
        var places = new HashSet<Integer>();
        for (StatedMovementStore.Referred found : known.referred(account.number(), open)) {
            int i = found.line();
            boolean apart = ReportedTransaction.apart(lines.get(i).references(), found.references());
            if (movements[i] == null && !apart && taken.add(found.number())) {
                movements[i] = found.number();
                places.add(i);
            }
        }
        return places;
    }

    /**
     * Those that may be a movement told of a day or some before, booked late: in words nothing says otherwise. And those
     * whose reference is a movement's but for zeros.
     */
    private Map<Integer, Long> doubts(
            ReceivingAccount account,
            List<StatementLine> lines,
            List<BankTransaction> notices,
            @Nullable Long[] movements) {
        Map<Integer, StatementLine> open = new TreeMap<>();
        for (int i = 0; i < movements.length; i++)
            if (movements[i] == null && lines.get(i).reference() != null) open.put(i, lines.get(i));
        if (open.isEmpty()) return Map.of();
        Set<Long> taken = taken(movements);
        var doubts = new HashMap<Integer, Long>();
        known.near(account.number(), open)
                .forEach((i, near) -> near.stream()
                        .filter(number -> !taken.contains(number))
                        .filter(number -> recognition.resembles(
                                movementStore.find(account.number(), number).orElseThrow(), notices.get(i)))
                        .findFirst()
                        .ifPresent(number -> {
                            taken.add(number);
                            doubts.put(i, number);
                        }));
        Map<Integer, ReportedTransaction> rest = new TreeMap<>();
        open.forEach((i, line) -> {
            if (!doubts.containsKey(i)) rest.put(i, ReportedTransaction.of(line));
        });
        doubts.putAll(damaged.doubts(account.number(), Movement.Source.STATEMENT, rest, taken));
        return doubts;
    }

    /**
     * Those that a bank's messenger told of. Where several are alike in all, it does not matter which of them a line is:
     * the first line is the first of them, and so it is again when a later statement states the same day.
     *
     * @return their places
     */
    private Set<Integer> told(ReceivingAccount account, List<StatementLine> lines, @Nullable Long[] movements) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < movements.length; i++) if (movements[i] == null) places.add(i);
        if (places.isEmpty()) return Set.of();
        List<ReportedTransaction> open =
                places.stream().map(i -> ReportedTransaction.of(lines.get(i))).toList();
        Set<Long> taken = taken(movements);
        var numbers = new ArrayList<Long>();
        var words = new ArrayList<ReportedTransaction>();
        for (RemittanceStore.Kept candidate : kept.alike(account.number(), ReportedTransaction.toldAs(open))) {
            Movement movement = candidate.movement();
            if (taken.contains(movement.number())) continue;
            Optional<RemittanceInfo> original = originals.read(movement, candidate.sealed());
            original.ifPresent(o -> {
                numbers.add(movement.number());
                words.add(ReportedTransaction.of(movement, o, candidate.bookedOn(), candidate.references()));
            });
        }
        var paired = new HashSet<Integer>();
        ReportedTransaction.pairs(open, words).forEach((line, word) -> {
            movements[places.get(line)] = numbers.get(word);
            paired.add(places.get(line));
        });
        return paired;
    }

    private static Set<Long> taken(@Nullable Long[] movements) {
        var taken = new HashSet<Long>();
        for (Long number : movements) if (number != null) taken.add(number);
        return taken;
    }

    /** From now on the bank's references are known: what is told by one of them is this movement, by another it is not. */
    private void refer(
            ReceivingAccount account,
            StatedReferences.Numbered numbered,
            @Nullable Long[] movements,
            Set<Integer> paired) {
        var claims = new ArrayList<TransactionReports.Claim>();
        LocalDate last = LocalDate.MIN;
        for (int i = 0; i < movements.length; i++) {
            StatementLine line = numbered.lines().get(i);
            Long movement = movements[i];
            if (movement == null) continue;
            // the only reference of one that is not paired is its own
            if (line.references().size() < (paired.contains(i) ? 1 : 2)) continue;
            for (String reference : line.references())
                claims.add(new TransactionReports.Claim(
                        account.number(),
                        movement,
                        Movement.Source.STATEMENT,
                        reference.equals(line.reference())
                                ? numbered.sourceIds().get(i)
                                : StatedReferences.sourceId(reference, line),
                        reference));
            if (line.bookedOn().isAfter(last)) last = line.bookedOn();
        }
        if (claims.isEmpty()) return;
        told.refer(claims, clock.instant());
        told.stated(account.number(), last);
    }

    /** After all lines are there: a file may state a payment and that it was taken back. */
    private void takeBack(ReceivingAccount account, List<StatementLine> lines, @Nullable Long[] movements) {
        for (int i = 0; i < movements.length; i++) {
            Long movement = movements[i];
            if (movement != null && reversal(lines.get(i))) exceptions.reversed(account, movement, lines.get(i));
        }
    }

    private static boolean reversal(StatementLine line) {
        return line.reversal() && !incoming(line);
    }

    private static List<BankTransaction> notices(StatedReferences.Numbered numbered) {
        var notices = new ArrayList<BankTransaction>(numbered.lines().size());
        for (StatementLine line : numbered.lines())
            notices.add(new BankTransaction(
                    List.of(line.accountNumber()),
                    incoming(line),
                    line.amountVnd(),
                    // a day without a time begins it, so that nobody who paid on the last day is late
                    line.at() == null
                            ? line.bookedOn().atStartOfDay(BusinessTime.VIETNAM).toInstant()
                            : line.at(),
                    numbered.sourceIds().get(notices.size()),
                    line.reference(),
                    line.memo(),
                    line.payerName(),
                    line.payerAccount(),
                    reversal(line)));
        return notices;
    }

    private static boolean incoming(StatementLine line) {
        return line.direction() == StatementLine.Direction.IN;
    }
}

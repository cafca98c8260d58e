package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payable;
import vn.thucchat.foundation.money.payments.Payables;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.payments.SealedRemittances;

/** The work list of those who keep the books: money that pays for nothing yet, or not for what it should. */
@Service
public class PaymentExceptions {

    /** More proposals than these help nobody. */
    private static final int PROPOSED = 10;

    /** A finding with the money that it is about and the account where it is. */
    public record Waiting(PaymentException finding, Movement movement, ReceivingAccount account) {}

    /** @param outcome why it waits, or null; {@code account} where, or null */
    public record Filter(
            @Nullable MatchStatus outcome, @Nullable Integer account) {

        public static final Filter ALL = new Filter(null, null);
    }

    /**
     * The last finding of a page.
     *
     * @param at when it was opened or, of what is to be given back, decided
     */
    public record Cursor(Instant at, int account, long movement) {

        static final Cursor START = new Cursor(Instant.EPOCH, 0, 0);
        /** Beyond these the database does not count. */
        private static final Instant FIRST = Instant.EPOCH;

        private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

        /** @throws IllegalArgumentException when the text is not from {@link #toString} */
        public static Cursor parse(String text) {
            String[] parts = text.split("~", -1);
            if (parts.length != 3 || text.length() > 80) throw new IllegalArgumentException("Not a cursor");
            try {
                Instant at = Instant.parse(parts[0]);
                if (at.isBefore(FIRST) || at.isAfter(LAST)) throw new IllegalArgumentException("Not a cursor");
                return new Cursor(at, Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("Not a cursor", e);
            }
        }

        @Override
        public String toString() {
            return at + "~" + account + "~" + movement;
        }
    }

    private final PaymentExceptionStore findings;
    private final ReceivingAccounts accounts;
    private final Payables payables;
    private final SealedRemittances originals;
    private final Payments payments;
    private final Access access;
    private final AccessLog log;

    PaymentExceptions(
            PaymentExceptionStore findings,
            ReceivingAccounts accounts,
            Payables payables,
            SealedRemittances originals,
            Payments payments,
            Access access,
            AccessLog log) {
        this.findings = findings;
        this.accounts = accounts;
        this.payables = payables;
        this.originals = originals;
        this.payments = payments;
        this.access = access;
        this.log = log;
    }

    /** What nobody has decided yet in the units where the actor keeps the books, the oldest first. */
    public List<Waiting> open(Actor actor, @Nullable Cursor after, int limit) {
        return open(actor, Filter.ALL, after, limit);
    }

    /** As {@link #open(Actor, Cursor, int)}, those of a reason or of an account only. */
    public List<Waiting> open(Actor actor, Filter only, @Nullable Cursor after, int limit) {
        Cursor from = after == null ? Cursor.START : after;
        List<PaymentException> open = findings.open(
                access.units(actor, PaymentRoles.ACCOUNTANT).toArray(String[]::new),
                only,
                from.at(),
                from.account(),
                from.movement(),
                limit);
        return waiting(open);
    }

    /**
     * What nobody has decided yet on some accounts, the oldest first. Who may see it is for the calling module to know:
     * nothing in it says who paid.
     */
    public List<Waiting> open(Collection<Integer> accounts, int limit) {
        return accounts.isEmpty() ? List.of() : waiting(findings.open(accounts, limit));
    }

    /** How many nobody has decided yet on some accounts, and how much of the money waits. */
    public Payments.Total waiting(Collection<Integer> accounts) {
        return accounts.isEmpty() ? new Payments.Total(0, 0) : findings.waiting(accounts);
    }

    /** The same of one account, by the day on which the money came. */
    public Map<LocalDate, Payments.Total> waiting(int account, LocalDate from, LocalDate to) {
        return findings.waiting(account, from, to);
    }

    List<Waiting> waiting(List<PaymentException> open) {
        if (open.isEmpty()) return List.of();
        record At(int account, long number) {}
        var moved = new HashMap<At, Movement>();
        payments.find(
                        open.stream().map(PaymentException::account).toList(),
                        open.stream().map(PaymentException::movement).toList())
                .forEach(movement -> moved.put(new At(movement.account(), movement.number()), movement));
        Map<Integer, ReceivingAccount> where =
                numbered(open.stream().map(PaymentException::account).distinct().toList());
        return open.stream()
                .map(finding -> new Waiting(
                        finding,
                        Objects.requireNonNull(moved.get(new At(finding.account(), finding.movement()))),
                        Objects.requireNonNull(where.get(finding.account()))))
                .toList();
    }

    /** Empty where the actor neither keeps the books nor owns the account. */
    public Optional<Waiting> find(Actor actor, int account, long movement) {
        return accounts.find(account)
                .filter(found -> payments.mayRead(actor, account))
                .flatMap(found -> findings.find(account, movement)
                        .flatMap(finding ->
                                payments.find(account, movement).map(moved -> new Waiting(finding, moved, found))));
    }

    /**
     * What came with the money, opened in order to find out what it is for. Each reading is logged. Empty when it was
     * deleted since.
     */
    @Transactional
    public Optional<RemittanceInfo> original(Actor actor, Waiting waiting) {
        if (!payments.mayRead(actor, waiting.account().number()))
            throw new IllegalArgumentException("Not the actor's books");
        Movement movement = waiting.movement();
        log.record(
                actor,
                "payments.original-read",
                "/money/findings/" + movement.account() + "/" + movement.number(),
                "đối chiếu khoản tiền chưa rõ");
        return originals.of(movement);
    }

    /** What was asked for by the code that the money names, in whatever state, where the actor keeps its books too. */
    public Optional<Payable> named(Actor actor, Waiting waiting) {
        String code = waiting.finding().code();
        if (code == null) return Optional.empty();
        return payables.find(List.of(code)).stream()
                .findFirst()
                .filter(payable -> accounts.find(payable.account())
                        .filter(account -> keeps(actor, account))
                        .isPresent());
    }

    /**
     * What the money may be for, the most likely first: each can be assigned in one go.
     *
     * @param original what came with it, when it was opened
     */
    public List<MatchSuggestion> proposals(Actor actor, Waiting waiting, @Nullable RemittanceInfo original) {
        PaymentException finding = waiting.finding();
        if (finding.waitingVnd() == 0) return List.of();
        int account = finding.account();
        var proposals = new LinkedHashMap<String, MatchSuggestion>();
        if (finding.code() != null) {
            MatchSuggestion.Why why =
                    finding.outcome() == MatchStatus.OWNER ? MatchSuggestion.Why.NEAR : MatchSuggestion.Why.NAMED;
            named(proposals, payables.find(List.of(finding.code())), account, why);
        }
        if (original != null) {
            named(
                    proposals,
                    payables.find(ReferenceCodeTypos.oneSignOff(original.memo())),
                    account,
                    MatchSuggestion.Why.ONE_SIGN_OFF);
            ReferenceCodeTypos.cut(original.memo())
                    .ifPresent(code -> named(
                            proposals, payables.beginning(account, code, PROPOSED), account, MatchSuggestion.Why.CUT));
        }
        named(
                proposals,
                payables.open(account, finding.waitingVnd(), PROPOSED),
                account,
                MatchSuggestion.Why.SAME_AMOUNT);
        Map<Integer, ReceivingAccount> where = numbered(proposals.values().stream()
                .map(proposal -> proposal.payable().account())
                .distinct()
                .toList());
        return proposals.values().stream()
                .filter(proposal -> assignable(actor, waiting, proposal.payable(), where))
                .limit(PROPOSED)
                .toList();
    }

    private static void named(
            Map<String, MatchSuggestion> into, Collection<Payable> found, int account, MatchSuggestion.Why why) {
        for (Payable payable : found)
            into.putIfAbsent(
                    payable.code(),
                    new MatchSuggestion(
                            payable,
                            payable.account() == account || why != MatchSuggestion.Why.NAMED
                                    ? why
                                    : MatchSuggestion.Why.ELSEWHERE));
    }

    /**
     * Open, on an account for charges whose books the actor keeps too, and demonstration only for demonstration; what is
     * an owner's pays on the owner's account alone.
     */
    boolean assignable(Actor actor, Waiting waiting, Payable payable, Map<Integer, ReceivingAccount> where) {
        ReceivingAccount account = where.get(payable.account());
        return payable.state() == Payable.State.OPEN
                && account != null
                && payable.synthetic() == waiting.movement().synthetic()
                && switch (waiting.account().purpose()) {
                    case OWNER -> account.number() == waiting.account().number();
                    case CHARGES -> account.purpose() == ReceivingAccount.Purpose.CHARGES && keeps(actor, account);
                };
    }

    Map<Integer, ReceivingAccount> numbered(Collection<Integer> numbers) {
        var numbered = new HashMap<Integer, ReceivingAccount>();
        accounts.find(numbers).forEach(account -> numbered.put(account.number(), account));
        return numbered;
    }

    private boolean keeps(Actor actor, ReceivingAccount account) {
        return access.may(actor, PaymentRoles.ACCOUNTANT, account.unit().value(), account.synthetic());
    }
}

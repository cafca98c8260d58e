package vn.thucchat.foundation.money.exceptions;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/** Says what money that waits may be for, where the actor keeps the books too. */
@Service
public class MatchSuggestions {

    /** More proposals than these help nobody. */
    private static final int PROPOSED = 10;

    private final Payables payables;
    private final ReceivingAccounts accounts;
    private final Access access;

    MatchSuggestions(Payables payables, ReceivingAccounts accounts, Access access) {
        this.payables = payables;
        this.accounts = accounts;
        this.access = access;
    }

    /** What was asked for by the code that the money names, in whatever state, where the actor keeps its books too. */
    public Optional<Payable> named(Actor actor, PaymentExceptions.Waiting waiting) {
        String code = waiting.finding().code();
        if (code == null) return Optional.empty();
        return payables.find(List.of(code)).stream()
                .findFirst()
                .filter(payable -> accounts.find(payable.account())
                        .filter(account -> keeps(actor, account))
                        .isPresent());
    }

    /** What can be assigned to the money by a code: empty where nothing was asked for by it, or not where the actor may. */
    Optional<Payable> assignable(Actor actor, PaymentExceptions.Waiting waiting, String code) {
        if (!ReferenceCode.valid(code)) return Optional.empty();
        List<Payable> coded = payables.find(List.of(code));
        var where = numbered(coded.stream().map(Payable::account).distinct().toList());
        return coded.stream()
                .filter(payable -> assignable(actor, waiting, payable, where))
                .findFirst();
    }

    /**
     * What the money may be for, the most likely first: each can be assigned in one go.
     *
     * @param original what came with it, when it was opened
     */
    public List<MatchSuggestion> proposals(
            Actor actor, PaymentExceptions.Waiting waiting, @Nullable RemittanceInfo original) {
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
    private boolean assignable(
            Actor actor, PaymentExceptions.Waiting waiting, Payable payable, Map<Integer, ReceivingAccount> where) {
        ReceivingAccount account = where.get(payable.account());
        return payable.state() == Payable.State.OPEN
                && account != null
                && payable.synthetic() == waiting.movement().synthetic()
                && switch (waiting.account().purpose()) {
                    case OWNER -> account.number() == waiting.account().number();
                    case CHARGES -> account.purpose() == ReceivingAccount.Purpose.CHARGES && keeps(actor, account);
                };
    }

    private Map<Integer, ReceivingAccount> numbered(Collection<Integer> numbers) {
        var numbered = new HashMap<Integer, ReceivingAccount>();
        accounts.find(numbers).forEach(account -> numbered.put(account.number(), account));
        return numbered;
    }

    private boolean keeps(Actor actor, ReceivingAccount account) {
        return access.may(actor, PaymentRoles.ACCOUNTANT, account.unit().value(), account.synthetic());
    }
}

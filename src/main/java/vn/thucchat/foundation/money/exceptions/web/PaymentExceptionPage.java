package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Resolution;
import vn.thucchat.foundation.money.exceptions.MatchSuggestion;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.pages.Form;

/**
 * Money that waits and what can be done with it.
 *
 * @param named what was asked for by the code that the money names, or null
 * @param outgoing payments out that may have given it back, where it is to be
 * @param returned the payment out that did, or null
 * @param opened whether what came with it was asked for
 * @param original what came with it; null: not asked for, or deleted since
 * @param form as {@code DecisionForm}
 * @param back the list that it was opened from, or empty
 * @param next what follows there, or null
 */
public record PaymentExceptionPage(
        PaymentExceptions.Waiting waiting,
        @Nullable Payable named,
        List<MatchSuggestion> proposals,
        List<Movement> outgoing,
        @Nullable Movement returned,
        boolean opened,
        @Nullable RemittanceInfo original,
        Form<?> form,
        String back,
        @Nullable PaymentException next) {

    public PaymentException finding() {
        return waiting.finding();
    }

    public Movement movement() {
        return waiting.movement();
    }

    public ReceivingAccount account() {
        return waiting.account();
    }

    /** Whether nobody waits for the money: what it names is paid. */
    public boolean tooMuch() {
        return account().purpose() == ReceivingAccount.Purpose.CHARGES
                && (finding().outcome() == MatchStatus.DUPLICATE || finding().outcome() == MatchStatus.OVERPAID);
    }

    /** What else can be said of it, after what is offered first: an owner's money can only stay the owner's. */
    public List<Resolution> settlements() {
        return switch (account().purpose()) {
            case CHARGES ->
                Stream.of(Resolution.values())
                        .filter(how -> !tooMuch() || how != Resolution.REFUND)
                        .toList();
            case OWNER -> List.of(Resolution.KEEP);
        };
    }

    /** Where nothing of it waits: what became of it. */
    public String settledBy() {
        if (finding().outcome() != MatchStatus.REVERSAL) return "payments.finding.part-paid";
        return finding().code() == null ? "payments.finding.reversed-unknown" : "payments.finding.reversed";
    }

    /** What it may be for by its code: shown at once. */
    public List<MatchSuggestion> likely() {
        return proposals.stream()
                .filter(it -> it.why() != MatchSuggestion.Why.SAME_AMOUNT)
                .toList();
    }

    /** What is merely as much: anybody's. */
    public List<MatchSuggestion> sameAmount() {
        return proposals.stream()
                .filter(it -> it.why() == MatchSuggestion.Why.SAME_AMOUNT)
                .toList();
    }

    /** Behind the address of a form: the way on. */
    public String on() {
        return PaymentExceptionsQuery.back(back);
    }

    /** The page of what follows. */
    public @Nullable String toNext() {
        return next == null ? null : PaymentExceptionsQuery.page(next, back);
    }

    /** The list that it was opened from. */
    public String list() {
        return back.isEmpty() ? PaymentExceptionsQuery.PATH : back;
    }

    /** The address of this page. */
    public String at() {
        return "/money/findings/" + finding().account() + "/" + finding().movement();
    }
}

package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class MatchingTests {

    private static final Instant DUE = Instant.parse("2026-11-30T16:59:59Z");
    private static final String CODE = ReferenceCode.of(1);

    private final Payable owed = new Payable(
            1,
            CODE,
            200_000,
            0,
            DUE,
            DUE.minusSeconds(86_400),
            Payable.State.OPEN,
            "tests.thing",
            new UUID(0, 1),
            "Tiền thuê quầy",
            false);

    @Test
    void the_exact_amount_pays_and_what_follows_pays_twice() {
        var matching = new Matching(List.of(owed), List.of());
        var first = matching.of(arrival(200_000, DUE), List.of(CODE));
        assertThat(first.outcome()).isEqualTo(MatchStatus.MATCHED);
        assertThat(first.paid()).matches(paid -> paid.complete() && paid.creditedVnd() == 200_000);
        var second = matching.of(arrival(200_000, DUE), List.of(CODE));
        assertThat(second.outcome()).isEqualTo(MatchStatus.DUPLICATE);
        assertThat(second.paid()).matches(paid -> !paid.complete() && paid.creditedVnd() == 0);
        assertThat(matching.changed()).singleElement().matches(p -> p.state() == Payable.State.PAID);
    }

    @Test
    void a_part_counts_and_the_rest_completes_it() {
        var matching = new Matching(List.of(owed), List.of());
        var part = matching.of(arrival(200, DUE), List.of(CODE));
        assertThat(part.outcome()).isEqualTo(MatchStatus.UNDERPAID);
        assertThat(part.paid()).matches(paid -> paid.owedVnd() == 199_800);
        assertThat(matching.of(arrival(199_800, DUE), List.of(CODE)).outcome()).isEqualTo(MatchStatus.MATCHED);
        assertThat(matching.changed()).singleElement().matches(p -> p.paidVnd() == 200_000);
    }

    @Test
    void of_several_codes_the_one_that_is_owed_counts_and_first_the_one_owed_so_much() {
        Payable paid = asked(2).with(200_000, Payable.State.PAID);
        Payable cancelled = asked(3).with(0, Payable.State.CANCELLED);
        Payable other = asked(4).with(150_000, Payable.State.OPEN);
        List<Payable> all = List.of(paid, cancelled, other, owed);
        List<String> codes = all.stream().map(Payable::code).toList();
        var matching = new Matching(all, List.of());
        assertThat(matching.of(arrival(200_000, DUE), codes))
                .isEqualTo(new Matching.Verdict(
                        MatchStatus.MATCHED, CODE, new Payment.Paid(CODE, owed.origin(), owed.originId(), 200_000, 0)));
        assertThat(matching.of(arrival(200_000, DUE), codes))
                .as("more than the other one, which is the only one still owed")
                .matches(verdict -> verdict.outcome() == MatchStatus.OVERPAID
                        && other.code().equals(verdict.code()));
        assertThat(matching.of(arrival(200_000, DUE), codes))
                .as("nothing is owed any more: the first that is named")
                .matches(verdict -> verdict.outcome() == MatchStatus.DUPLICATE
                        && paid.code().equals(verdict.code()));
    }

    private Payable asked(long number) {
        return new Payable(
                1,
                ReferenceCode.of(number),
                200_000,
                0,
                DUE,
                DUE.minusSeconds(86_400),
                Payable.State.OPEN,
                "tests.thing",
                new UUID(0, number),
                "Tiền thuê quầy",
                false);
    }

    @Test
    void more_than_asked_for_and_too_late() {
        var over = new Matching(List.of(owed), List.of()).of(arrival(250_000, DUE), List.of(CODE));
        assertThat(over.outcome()).isEqualTo(MatchStatus.OVERPAID);
        assertThat(over.paid()).matches(paid -> paid.complete() && paid.creditedVnd() == 200_000);
        var late = new Matching(List.of(owed), List.of()).of(arrival(200_000, DUE.plusSeconds(1)), List.of(CODE));
        assertThat(late.outcome()).isEqualTo(MatchStatus.LATE);
        assertThat(late.paid()).matches(Payment.Paid::complete);
    }

    @Test
    void what_names_nothing_or_what_was_asked_elsewhere_pays_nothing() {
        var elsewhere = new Matching(List.of(), List.of(owed));
        assertThat(elsewhere.of(arrival(200_000, DUE), List.of(CODE)).outcome()).isEqualTo(MatchStatus.WRONG_ACCOUNT);
        var nothing = new Matching(List.of(), List.of());
        assertThat(nothing.of(arrival(200_000, DUE), List.of(ReferenceCode.of(2)))
                        .outcome())
                .isEqualTo(MatchStatus.UNMATCHED);
        var cancelled = new Matching(List.of(owed.with(0, Payable.State.CANCELLED)), List.of());
        assertThat(cancelled.of(arrival(200_000, DUE), List.of(CODE)).outcome()).isEqualTo(MatchStatus.UNMATCHED);
        assertThat(cancelled.changed()).isEmpty();
    }

    private static TransactionToPost arrival(long amountVnd, Instant at) {
        return new TransactionToPost(
                new ReceivingAccount(
                        1,
                        "970436",
                        "1",
                        "BAN QUAN LY CHO",
                        new UnitCode("05437"),
                        ReceivingAccount.Purpose.CHARGES,
                        null,
                        false),
                new BankTransaction(List.of("1"), true, amountVnd, at, "1", null, CODE, null, null, false),
                Movement.Source.SEPAY,
                null);
    }
}

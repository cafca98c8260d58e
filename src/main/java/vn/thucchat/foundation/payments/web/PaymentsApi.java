package vn.thucchat.foundation.payments.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.payments.Movement;
import vn.thucchat.foundation.payments.Outcome;
import vn.thucchat.foundation.payments.Payments;

/** What moved on an account, for the programs of those who keep its books or own it. Never who paid. */
@RestController
class PaymentsApi {

    private static final int PAGE = 200;
    /** A year and a day: what one asks for in one go. */
    private static final int DAYS = 367;

    private final Payments payments;

    PaymentsApi(Payments payments) {
        this.payments = payments;
    }

    /** @param next the cursor of the next page, or null at the end */
    record Page(List<PaymentJson> items, @Nullable String next) {}

    /**
     * @param number counts the account's movements without a gap, in the order in which we were told
     * @param amount đồng, above 0; {@code direction} is {@code in} or {@code out}
     * @param reference the bank's, or null
     * @param code what it names of what was asked for, or null
     */
    record PaymentJson(
            UUID id,
            int account,
            long number,
            Instant at,
            LocalDate day,
            Instant receivedAt,
            String direction,
            long amount,
            Outcome outcome,
            Movement.Source source,
            @Nullable String reference,
            @Nullable String code,
            boolean synthetic) {
        static PaymentJson of(Movement movement) {
            return new PaymentJson(
                    movement.id(),
                    movement.account(),
                    movement.number(),
                    movement.at(),
                    movement.day(),
                    movement.receivedAt(),
                    movement.incoming() ? "in" : "out",
                    movement.amountVnd(),
                    movement.outcome(),
                    movement.source(),
                    movement.reference(),
                    movement.code(),
                    movement.synthetic());
        }
    }

    @GetMapping("/api/v1/payments")
    @Allow({Role.ACCOUNTANT, Role.TRADER})
    Page list(
            Actor actor,
            @RequestParam("account") int account,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        LocalDate first = OwnBooks.day("from", from);
        LocalDate last = OwnBooks.day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(DAYS)))
            throw Problem.bad("to", "payments.api.stretch", DAYS);
        Payments.@Nullable Cursor before = cursor(cursor);
        if (!payments.mayRead(actor, account)) throw Problem.notFound("payments.account.none");
        List<Movement> found = payments.page(account, first, last, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Movement> shown = more ? found.subList(0, PAGE) : found;
        @Nullable
        String next = more
                ? new Payments.Cursor(shown.getLast().day(), shown.getLast().number()).toString()
                : null;
        return new Page(shown.stream().map(PaymentJson::of).toList(), next);
    }

    private static Payments.@Nullable Cursor cursor(@Nullable String text) {
        if (text == null) return null;
        try {
            return Payments.Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("cursor", "payments.cursor");
        }
    }
}

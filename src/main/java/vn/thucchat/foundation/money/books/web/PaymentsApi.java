package vn.thucchat.foundation.money.books.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.DescribedRefusal;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.OwnBooks;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;

/** What moved on an account, for the programs of those who keep its books or own it. Never who paid. */
@RestController
record PaymentsApi(Payments payments, ReceivingAccounts accounts) {

    private static final int PAGE = 200;
    /** A year and a day: what one asks for in one go. */
    private static final int DAYS = 367;

    private static final Pattern AT_BANK = Pattern.compile("([0-9]{6})-([0-9A-Za-z]{1,19})");

    /**
     * @param account our number for it, as in the address of its page
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
            MatchStatus outcome,
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

    @Operation(
            summary = "What moved on an account, the newest first, 200 at a time",
            description = "For those who keep its books and the trader who owns it: sign in as in the browser and send"
                    + " the cookie. Never tells who paid. To know at once, add a webhook.")
    @DescribedRefusal(
            status = "404",
            why = "No such account, or not one of those whose books the one who asks keeps or owns")
    @GetMapping(path = "/api/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(PaymentRoles.PAYMENT_READER)
    ResponseEntity<Slice<PaymentJson>> list(
            Actor actor,
            @Parameter(
                            description = "BIN and number at the bank (970436-1901000001), or our number for it",
                            example = "970436-1901000001")
                    @RequestParam("account")
                    String named,
            @Parameter(description = "First day, in Vietnam", example = "2026-11-01") @RequestParam String from,
            @Parameter(description = "Last day, at most 367 days later", example = "2026-11-30") @RequestParam("to")
                    String to,
            @Parameter(description = "`nextCursor` of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        LocalDate first = OwnBooks.day("from", from);
        LocalDate last = OwnBooks.day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(DAYS)))
            throw Problem.bad("to", "payments.api.stretch", DAYS);
        Payments.@Nullable Cursor before = cursor(cursor);
        int account = account(named);
        if (!payments.mayRead(actor, account)) throw Problem.notFound("payments.account.none");
        List<Movement> found = payments.page(account, first, last, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Movement> shown = more ? found.subList(0, PAGE) : found;
        @Nullable
        String next = more
                ? new Payments.Cursor(shown.getLast().day(), shown.getLast().number()).toString()
                : null;
        return ResponseEntity.ok()
                // somebody's money: no machine on the way keeps it
                .cacheControl(CacheControl.noStore())
                .body(new Slice<>(shown.stream().map(PaymentJson::of).toList(), next));
    }

    private int account(String named) {
        if (named.matches("[0-9]{1,9}")) return Integer.parseInt(named);
        var atBank = AT_BANK.matcher(named);
        if (!atBank.matches()) throw Problem.bad("account", "payments.api.account");
        return accounts.find(atBank.group(1), atBank.group(2))
                .orElseThrow(() -> Problem.notFound("payments.account.none"))
                .number();
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

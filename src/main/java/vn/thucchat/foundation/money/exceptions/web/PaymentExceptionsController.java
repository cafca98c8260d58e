package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Resolution;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.exceptions.Refunds;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The work list of money that pays for nothing yet, of what is to be given back, and of what rules closed. */
@Controller
record PaymentExceptionsController(
        PaymentExceptions exceptions,
        Refunds refunds,
        HeldPayments held,
        PaymentExceptionChoices choices,
        Pages pages) {

    /** Rows per page: short enough to scroll through on a phone. */
    private static final int PAGE = 10;
    /** So many held payments stand above the list; the others are a page further. */
    private static final int HELD = 3;

    @GetMapping(PaymentExceptionsQuery.PATH)
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "SINCE") String sort,
            Cursor cursor) {
        var query = new PaymentExceptionsQuery(reason, account, from, to, sort);
        PaymentExceptions.Filter filter = query.filter();
        Slice<PaymentExceptions.Waiting> shown = exceptions.open(actor, filter, query.order(), cursor, PAGE);
        boolean begins = cursor.start() && filter.equals(PaymentExceptions.Filter.ALL);
        Table table = Table.of(PaymentExceptionsQuery.PATH, PaymentExceptionsPage.COLUMNS, cursor, shown)
                .filtered("reason", reason)
                .filtered("account", account)
                .filtered("from", from)
                .filtered("to", to)
                .sorted(query.order())
                .choosing(Stream.of(Resolution.values())
                        .map(how -> new Link(BulkResolutionController.PATH + how, t.of("payments.settlement." + how)))
                        .toArray(Link[]::new));
        return list(
                PaymentExceptionsPage.Kind.UNCLEAR,
                shown,
                begins ? held.open(actor, null, HELD) : List.of(),
                new PaymentExceptionsPage.Choice(
                        PaymentExceptionChoices.reasons(t), choices.places(t, actor), exceptions.totals(actor, filter)),
                query.address(),
                table);
    }

    /** What is to be given back, until a payment out is said to have done so. */
    @GetMapping("/money/refunds")
    @Allow(PaymentRoles.ACCOUNTANT)
    View refunds(Actor actor, Cursor cursor) {
        return list(PaymentExceptionsPage.Kind.REFUND, refunds.waiting(actor, cursor, PAGE), cursor);
    }

    /** What no one had to decide, so that anyone can check what the system did. */
    @GetMapping(PaymentExceptionsQuery.PATH + "/closed")
    @Allow(PaymentRoles.ACCOUNTANT)
    View closed(Actor actor, Cursor cursor) {
        return list(PaymentExceptionsPage.Kind.CLOSED, exceptions.closedByRules(actor, cursor, PAGE), cursor);
    }

    private View list(PaymentExceptionsPage.Kind kind, Slice<PaymentExceptions.Waiting> shown, Cursor cursor) {
        return list(
                kind,
                shown,
                List.of(),
                null,
                "",
                Table.of(kind.url(), PaymentExceptionsPage.columns(kind), cursor, shown));
    }

    private View list(
            PaymentExceptionsPage.Kind kind,
            Slice<PaymentExceptions.Waiting> shown,
            List<HeldPayments.Waiting> first,
            PaymentExceptionsPage.@Nullable Choice choice,
            String back,
            Table table) {
        return pages.show(
                "foundation/money/exceptions/findings",
                new PaymentExceptionsPage(
                        kind,
                        shown.items(),
                        choices.uses(shown.items().stream()
                                .map(it -> it.account().number())
                                .distinct()
                                .toList()),
                        first,
                        choice,
                        back,
                        table));
    }
}

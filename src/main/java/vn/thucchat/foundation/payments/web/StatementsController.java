package vn.thucchat.foundation.payments.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.payments.CsvLayout;
import vn.thucchat.foundation.payments.CsvLayouts;
import vn.thucchat.foundation.payments.KeptStatement;
import vn.thucchat.foundation.payments.PaymentRoles;
import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.Reconciliation;
import vn.thucchat.foundation.payments.Statements;
import vn.thucchat.foundation.payments.Statements.Taking;

/** Banks' statement files, and each day's reconciliation. */
@Controller
class StatementsController {

    private static final int PAGE = 25;
    /** No layout: files say themselves what they are. */
    private static final String ISO = "ISO";
    /** The days of a statement that are shown with it. */
    private static final int DAYS = 62;

    private final Statements statements;
    private final CsvLayouts layouts;
    private final Reconciliation reconciliation;
    private final OwnBooks books;
    private final Pages pages;

    StatementsController(
            Statements statements, CsvLayouts layouts, Reconciliation reconciliation, OwnBooks books, Pages pages) {
        this.statements = statements;
        this.layouts = layouts;
        this.reconciliation = reconciliation;
        this.books = books;
        this.pages = pages;
    }

    @GetMapping("/money/accounts/{number}/statements")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @PathVariable("number") int number,
            @RequestParam(name = "before", required = false) @Nullable UUID before) {
        return list(t, books.account(actor, number), before, ISO, List.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/money/accounts/{number}/statements")
    @Allow(PaymentRoles.ACCOUNTANT)
    View take(
            Actor actor,
            Texts t,
            @PathVariable("number") int number,
            @RequestParam(name = "layout", defaultValue = ISO) String layout,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        ReceivingAccount account = books.account(actor, number);
        Optional<CsvLayout> csv = layout(layout);
        var faults = new ArrayList<Fault>();
        if (!layout.equals(ISO) && csv.isEmpty())
            faults.add(new Fault("layout", t.of("payments.statements.layout.fault")));
        if (file == null || file.isEmpty()) faults.add(new Fault("file", t.of("payments.statements.file.fault")));
        if (file == null || !faults.isEmpty())
            return list(t, account, null, layout, faults, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        String name = String.valueOf(file.getOriginalFilename()).replaceAll("\\p{Cntrl}", "");
        return switch (statements.take(actor, number, name, file.getBytes(), csv.orElse(null))) {
            case Taking.Taken taken -> flash.then("payments.statements.taken", address(taken.statement()));
            case Taking.Known known -> flash.then("payments.statements.known", address(known.statement()));
            case Taking.Refused refused ->
                list(
                        t,
                        account,
                        null,
                        layout,
                        List.of(new Fault("file", t.of("payments.statements.refused"))),
                        refused.faults().stream().map(fault -> fault.text(t)).toList(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Taking.OutOfReach none -> throw Problem.notFound("payments.account.none");
        };
    }

    @GetMapping("/money/accounts/{number}/statements/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, @PathVariable("number") int number, @PathVariable("id") UUID id) {
        ReceivingAccount account = books.account(actor, number);
        KeptStatement statement =
                statements.find(number, id).orElseThrow(() -> Problem.notFound("payments.statements.none"));
        LocalDate to = statement.lastDay();
        LocalDate from = statement.firstDay().isBefore(to.minusDays(DAYS)) ? to.minusDays(DAYS) : statement.firstDay();
        return pages.show(
                "foundation/payments/taken-statement",
                new TakenStatementPage(
                        account, statement, statements.notes(statement), reconciliation.days(number, from, to)));
    }

    @GetMapping("/money/accounts/{number}/days/{day}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View day(Actor actor, @PathVariable("number") int number, @PathVariable("day") String day) {
        ReceivingAccount account = books.account(actor, number);
        return pages.show(
                "foundation/payments/day", new DayPage(account, reconciliation.day(number, OwnBooks.day("day", day))));
    }

    private Optional<CsvLayout> layout(String chosen) {
        if (chosen.length() != 36) return Optional.empty();
        try {
            return layouts.find(UUID.fromString(chosen));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private View list(
            Texts t,
            ReceivingAccount account,
            @Nullable UUID before,
            String layout,
            List<Fault> faults,
            List<String> refused,
            HttpStatus status) {
        List<KeptStatement> found = statements.page(account.number(), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<KeptStatement> shown = more ? found.subList(0, PAGE) : found;
        @Nullable
        String next = more
                ? "/money/accounts/" + account.number() + "/statements?before="
                        + shown.getLast().id()
                : null;
        var choices = new ArrayList<Option>();
        choices.add(new Option(ISO, t.of("payments.statements.iso")));
        layouts.all().forEach(kept -> choices.add(new Option(kept.id().toString(), kept.name())));
        return pages.show(
                "foundation/payments/statements",
                new StatementsPage(account, shown, next, choices, layout, faults, refused),
                status);
    }

    private static String address(KeptStatement statement) {
        return "/money/accounts/" + statement.account() + "/statements/" + statement.id();
    }
}

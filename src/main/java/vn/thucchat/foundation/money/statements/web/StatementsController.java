package vn.thucchat.foundation.money.statements.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.money.payments.OwnBooks;
import vn.thucchat.foundation.money.statements.CsvLayouts;
import vn.thucchat.foundation.money.statements.KeptStatement;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.money.statements.Statements;
import vn.thucchat.foundation.money.statements.Statements.Taking;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Banks' statement files, and each day's reconciliation. */
@Controller
record StatementsController(
        Statements statements, CsvLayouts layouts, Reconciliation reconciliation, OwnBooks books, Pages pages) {

    private static final int PAGE = 25;
    /** No layout: files say themselves what they are. */
    private static final String ISO = "ISO";
    /** The days of a statement that are shown with it. */
    private static final int DAYS = 62;

    @GetMapping("/money/accounts/{number}/statements")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(Actor actor, Texts t, @PathVariable int number, @RequestParam(required = false) @Nullable UUID before) {
        Form<?> form = Form.blank(t, Map.of("layout", ISO));
        return list(t, books.account(actor, number), before, form, List.of(), HttpStatus.OK);
    }

    @PostMapping("/money/accounts/{number}/statements")
    @Allow(PaymentRoles.ACCOUNTANT)
    View take(
            Actor actor,
            Texts t,
            @PathVariable int number,
            Form<StatementForm> form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        ReceivingAccount account = books.account(actor, number);
        String layout = form.soFar().layout();
        CsvLayout csv = Ids.read(layout).flatMap(layouts::find).orElse(null);
        if (csv == null && !layout.isEmpty() && !layout.equals(ISO))
            form = form.with("layout", "payments.statements.layout.fault");
        if (file == null || file.isEmpty()) form = form.with("file", "payments.statements.file.fault");
        if (file == null || form.wrong())
            return list(t, account, null, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        String name = String.valueOf(file.getOriginalFilename()).replaceAll("\\p{Cntrl}", "");
        return switch (statements.take(actor, number, name, file.getBytes(), csv)) {
            case Taking.Taken taken -> flash.then("payments.statements.taken", address(taken.statement()));
            case Taking.Known known -> flash.then("payments.statements.known", address(known.statement()));
            case Taking.Refused refused ->
                list(
                        t,
                        account,
                        null,
                        form.with("file", "payments.statements.refused"),
                        refused.faults().stream().map(fault -> fault.text(t)).toList(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Taking.OutOfReach none -> throw Problem.notFound("payments.account.none");
        };
    }

    @GetMapping("/money/accounts/{number}/statements/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, @PathVariable int number, @PathVariable UUID id) {
        ReceivingAccount account = books.account(actor, number);
        KeptStatement statement =
                statements.find(number, id).orElseThrow(() -> Problem.notFound("payments.statements.none"));
        LocalDate to = statement.lastDay();
        LocalDate from = statement.firstDay().isBefore(to.minusDays(DAYS)) ? to.minusDays(DAYS) : statement.firstDay();
        return pages.show(
                "foundation/money/statements/taken-statement",
                new TakenStatementPage(
                        account, statement, statements.notes(statement), reconciliation.days(number, from, to)));
    }

    @GetMapping("/money/accounts/{number}/days/{day}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View day(Actor actor, @PathVariable int number, @PathVariable String day) {
        ReceivingAccount account = books.account(actor, number);
        return pages.show(
                "foundation/money/statements/day",
                new DayPage(account, reconciliation.day(number, OwnBooks.day("day", day))));
    }

    private View list(
            Texts t,
            ReceivingAccount account,
            @Nullable UUID before,
            Form<?> form,
            List<String> refused,
            HttpStatus status) {
        Slice<KeptStatement> shown = Slice.of(
                statements.page(account.number(), before, PAGE + 1),
                PAGE,
                last -> last.id().toString());
        List<Option> choices = layouts.all().stream()
                .map(kept -> new Option(kept.id().toString(), kept.name()))
                .toList();
        return pages.show(
                "foundation/money/statements/statements",
                new StatementsPage(
                        account,
                        shown.items(),
                        shown.next("/money/accounts/" + account.number() + "/statements?before="),
                        Option.after(new Option(ISO, t.of("payments.statements.iso")), choices),
                        form,
                        refused),
                status);
    }

    private static String address(KeptStatement statement) {
        return "/money/accounts/" + statement.account() + "/statements/" + statement.id();
    }
}

package vn.thucchat.foundation.money.books.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.AccountUses;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts.Adding;
import vn.thucchat.foundation.money.cashdesk.CashReceipts;
import vn.thucchat.foundation.money.payments.Ledger;
import vn.thucchat.foundation.money.payments.OwnBooks;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.money.vietqr.Bank;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The accounts that money arrives on, and their books. */
@Controller
class MoneyAccountsController {

    private static final int PAGE = 50;
    private static final int MOVEMENTS = 20;
    private static final int DAYS = 31;

    private final ReceivingAccounts accounts;
    private final Connections connections;
    private final Payments payments;
    private final Ledger ledger;
    private final Reconciliation reconciliation;
    private final CashReceipts receipts;
    private final Banks banks;
    private final OwnBooks books;
    private final BookUnits units;
    private final List<AccountUses> known;
    private final Pages pages;

    MoneyAccountsController(
            ReceivingAccounts accounts,
            Connections connections,
            Payments payments,
            Ledger ledger,
            Reconciliation reconciliation,
            CashReceipts receipts,
            Banks banks,
            OwnBooks books,
            BookUnits units,
            List<AccountUses> known,
            Pages pages) {
        this.accounts = accounts;
        this.connections = connections;
        this.payments = payments;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
        this.receipts = receipts;
        this.banks = banks;
        this.books = books;
        this.units = units;
        this.known = known;
        this.pages = pages;
    }

    @GetMapping("/money/accounts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(
            Actor actor,
            Texts t,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int after) {
        return list(actor, t, all, after, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping("/money/accounts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View add(Actor actor, Texts t, Form<AccountForm> form, Flash flash) {
        if (BookUnits.code(form.text("unit")).isEmpty()) form = form.with("unit", "payments.connection.unit.fault");
        if (form.wrong()) return refused(actor, t, form);
        return switch (accounts.add(actor, form.value().wanted(actor.synthetic()))) {
            case Adding.Added(ReceivingAccount account) ->
                flash.then("payments.account.added", "/money/accounts/" + account.number());
            case Adding.OutOfReach none -> refused(actor, t, form.with("unit", "payments.connection.unit.fault"));
            case Adding.Unheard(var why) ->
                refused(actor, t, form.with("connection", "payments.account.unheard." + why));
            case Adding.Taken taken -> refused(actor, t, form.with("account", "payments.account.taken"));
        };
    }

    @GetMapping("/money/accounts/{number}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable int number) {
        return show(actor, t, number, List.of(), HttpStatus.OK);
    }

    private View show(Actor actor, Texts t, int number, List<Fault> faults, HttpStatus status) {
        ReceivingAccount account = books.account(actor, number);
        LocalDate today = units.today();
        boolean charges = account.purpose() == ReceivingAccount.Purpose.CHARGES;
        return pages.show(
                "foundation/money/books/account",
                new AccountPage(
                        account,
                        banks.find(account.bin(), today).map(Bank::name).orElse(account.bin()),
                        uses(List.of(account)).getOrDefault(number, ""),
                        charges ? ledger.balances(number, today) : List.of(),
                        payments.page(number, today.minusYears(1), today.plusDays(1), null, MOVEMENTS),
                        charges ? receipts.receipts(account) : List.of(),
                        reconciliation.days(number, today.minusDays(DAYS), today),
                        choices(actor, t, account.synthetic(), account.connection()),
                        faults),
                status);
    }

    @PostMapping("/money/accounts/{number}/connection")
    @Allow(PaymentRoles.ACCOUNTANT)
    View connect(
            Actor actor,
            Texts t,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String connection,
            Flash flash) {
        ReceivingAccounts.Connecting result = accounts.connect(actor, number, connection.isEmpty() ? null : connection);
        return switch (result) {
            case OUT_OF_REACH -> throw Problem.notFound("payments.account.none");
            case NOT_SERVED, AMBIGUOUS -> {
                String text = t.of("payments.account.unheard." + result);
                yield show(actor, t, number, List.of(new Fault("connection", text)), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case DONE -> flash.then("payments.account.connected", "/money/accounts/" + number);
        };
    }

    private View refused(Actor actor, Texts t, Form<?> form) {
        return list(actor, t, false, 0, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View list(Actor actor, Texts t, boolean all, int after, Form<?> form, HttpStatus status) {
        Slice<ReceivingAccount> part = Slice.of(
                accounts.page(actor, !all, after, PAGE + 1), PAGE, account -> Integer.toString(account.number()));
        List<ReceivingAccount> shown = part.items();
        return pages.show(
                "foundation/money/books/accounts",
                new AccountsPage(
                        shown,
                        uses(shown),
                        ledger.atBanks(
                                shown.stream()
                                        .filter(account -> account.purpose() == ReceivingAccount.Purpose.CHARGES)
                                        .map(ReceivingAccount::number)
                                        .toList(),
                                units.today()),
                        banks.options(units.today(), t),
                        all,
                        part.next("/money/accounts?all=" + all + "&after="),
                        form,
                        units.of(actor, t),
                        choices(actor, t, actor.synthetic(), null)),
                status);
    }

    private Map<Integer, String> uses(List<ReceivingAccount> accounts) {
        List<Integer> numbers = accounts.stream().map(ReceivingAccount::number).toList();
        var names = new HashMap<Integer, String>();
        known.forEach(uses -> names.putAll(uses.names(numbers)));
        for (ReceivingAccount account : accounts)
            names.merge(account.number(), units.name(account.unit()), (use, unit) -> use + " · " + unit);
        return names;
    }

    /**
     * Nothing, the actor's connections, and what an account is connected to now: another unit may keep that one, and a
     * form without it would cut the account off when it is saved.
     */
    private List<Option> choices(Actor actor, Texts t, boolean synthetic, @Nullable String current) {
        var choices = new ArrayList<Option>();
        choices.add(new Option("", t.of("payments.account.unconnected")));
        connections.page(actor, "", 200).stream()
                .filter(connection -> connection.synthetic() == synthetic)
                .forEach(connection -> choices.add(new Option(connection.id(), connection.name())));
        if (current != null && choices.stream().noneMatch(it -> it.value().equals(current)))
            choices.add(new Option(current, connections.name(current)));
        return choices;
    }
}

package vn.thucchat.foundation.money.accounts.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** The banks' messengers: listed and opened. */
@Controller
class ConnectionsController {

    private static final int PAGE = 15;

    private static final String UNIT_FAULT = "payments.connection.unit.fault";

    private final Connections connections;
    private final BookUnits units;
    private final Pages pages;
    private final String site;

    ConnectionsController(
            Connections connections, BookUnits units, Pages pages, @Value("${thucchat.base-url}") String site) {
        this.connections = connections;
        this.units = units;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/money/connections")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(Actor actor, Texts t, @RequestParam(defaultValue = "") String q, Cursor cursor) {
        String words = (q.length() > 60 ? q.substring(0, 60) : q).replaceAll("\\p{Cntrl}", "");
        return list(actor, t, words, cursor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/money/connections")
    @Allow(PaymentRoles.ACCOUNTANT)
    View open(Actor actor, Texts t, Form<ConnectionForm> form, Flash flash) {
        Optional<UnitCode> unit = BookUnits.code(form.text("unit"));
        if (unit.isEmpty()) form = form.with("unit", UNIT_FAULT);
        ConnectionForm typed = form.soFar();
        if (form.wrong()) return refused(actor, t, form.with(Connections.faults(typed.name(), typed.secret())));
        return switch (connections.open(actor, typed.provider(), unit.orElseThrow(), typed.name(), typed.secret())) {
            case Connections.Opening.Opened(String id) ->
                flash.then("payments.connection.opened", "/money/connections/" + id);
            case Connections.Opening.Refused(List<FieldError> errors) -> refused(actor, t, form.with(errors));
        };
    }

    private View refused(Actor actor, Texts t, Form<?> form) {
        return list(actor, t, "", Cursor.START, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View list(Actor actor, Texts t, String words, Cursor cursor, Form<?> form, HttpStatus status) {
        Slice<Connection> shown = Slice.of(
                connections.page(actor, words, cursor.text(0, ""), PAGE + 1), PAGE, last -> Cursor.of(last.id()));
        Map<String, Instant> heard = connections.heard(shown.items());
        return pages.show(
                "foundation/money/accounts/connections",
                new ConnectionsPage(
                        shown.items().stream()
                                .map(connection ->
                                        ConnectionsPage.Line.of(connection, units, site, heard.get(connection.id())))
                                .toList(),
                        Table.of("/money/connections", ConnectionsPage.COLUMNS, cursor, shown)
                                .filtered("q", words),
                        form,
                        units.of(actor, t),
                        Arrays.stream(Provider.values())
                                .map(one -> new Option(one.name(), t.of("payments.provider." + one)))
                                .toList()),
                status);
    }
}

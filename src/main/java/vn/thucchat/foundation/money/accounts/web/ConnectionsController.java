package vn.thucchat.foundation.money.accounts.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.Connections.Change;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** The banks' messengers: opened, given another secret, closed. */
@Controller
class ConnectionsController {

    private static final int PAGE = 50;

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
    View list(Actor actor, Texts t, @RequestParam(defaultValue = "") String after) {
        return list(actor, t, after, Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping("/money/connections")
    @Allow(PaymentRoles.ACCOUNTANT)
    View open(Actor actor, Texts t, Form<ConnectionForm> form, Flash flash) {
        Optional<UnitCode> unit = BookUnits.code(form.text("unit"));
        if (unit.isEmpty()) form = form.with("unit", UNIT_FAULT);
        if (form.wrong()) return refused(actor, t, form);
        ConnectionForm typed = form.value();
        return switch (connections.open(
                actor, typed.id(), typed.provider(), unit.orElseThrow(), typed.name(), typed.secret())) {
            case DONE -> flash.then("payments.connection.opened", "/money/connections/" + typed.id());
            case OUT_OF_REACH -> refused(actor, t, form.with("unit", UNIT_FAULT));
            case TAKEN -> refused(actor, t, form.with("id", "payments.connection.taken"));
            case ID_UNFIT -> refused(actor, t, form.with("id", "payments.connection.id.fault"));
            case NAME_UNFIT -> refused(actor, t, form.with("name", "payments.connection.name.fault"));
            case SECRET_UNFIT -> refused(actor, t, form.with("secret", "payments.connection.secret.fault"));
            case IN_USE -> throw new IllegalStateException("A new connection is not in use");
        };
    }

    @GetMapping("/money/connections/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable String id) {
        return show(actor, t, find(actor, id), List.of(), HttpStatus.OK);
    }

    @PostMapping("/money/connections/{id}/units")
    @Allow(PaymentRoles.ACCOUNTANT)
    View allow(
            Actor actor, Texts t, @PathVariable String id, @RequestParam(defaultValue = "") String unit, Flash flash) {
        Connection connection = find(actor, id);
        Change change = BookUnits.code(unit)
                .map(code -> connections.allow(actor, id, code))
                .orElse(Change.OUT_OF_REACH);
        if (change != Change.DONE) return refused(actor, t, connection, "unit", UNIT_FAULT);
        return flash.then("payments.connection.units.allowed", "/money/connections/" + id);
    }

    @PostMapping("/money/connections/{id}/units/removed")
    @Allow(PaymentRoles.ACCOUNTANT)
    View disallow(
            Actor actor, Texts t, @PathVariable String id, @RequestParam(defaultValue = "") String unit, Flash flash) {
        Connection connection = find(actor, id);
        Change change = BookUnits.code(unit)
                .map(code -> connections.disallow(actor, id, code))
                .orElse(Change.OUT_OF_REACH);
        if (change != Change.DONE) return refused(actor, t, connection, "unit", "payments.connection.units.in-use");
        return flash.then("payments.connection.units.removed", "/money/connections/" + id);
    }

    private View refused(Actor actor, Texts t, Connection connection, String field, String key) {
        return show(actor, t, connection, List.of(new Fault(field, t.of(key))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/money/connections/{id}/secret")
    @Allow(PaymentRoles.ACCOUNTANT)
    View secret(
            Actor actor,
            Texts t,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String secret,
            Flash flash) {
        Connection connection = find(actor, id);
        if (connections.changeSecret(actor, id, secret.strip()) == Change.SECRET_UNFIT)
            return refused(actor, t, connection, "secret", "payments.connection.secret.fault");
        return flash.then("payments.connection.secret.changed", "/money/connections/" + id);
    }

    @PostMapping("/money/connections/{id}/closed")
    @Allow(PaymentRoles.ACCOUNTANT)
    View close(Actor actor, @PathVariable String id, @RequestParam boolean closed, Flash flash) {
        find(actor, id);
        connections.close(actor, id, closed);
        return flash.then(
                closed ? "payments.connection.closed.done" : "payments.connection.reopened",
                "/money/connections/" + id);
    }

    private Connection find(Actor actor, String id) {
        return connections.find(actor, id).orElseThrow(() -> Problem.notFound("payments.connection.none"));
    }

    private View refused(Actor actor, Texts t, Form<?> form) {
        return list(actor, t, "", form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View list(Actor actor, Texts t, String after, Form<?> form, HttpStatus status) {
        Slice<Connection> shown = Slice.of(connections.page(actor, after, PAGE + 1), PAGE, Connection::id);
        Map<String, Instant> heard = connections.heard(shown.items());
        return pages.show(
                "foundation/money/accounts/connections",
                new ConnectionsPage(
                        shown.items().stream()
                                .map(connection -> line(connection, heard.get(connection.id())))
                                .toList(),
                        shown.next("/money/connections?after="),
                        form,
                        units.of(actor, t),
                        Arrays.stream(Provider.values())
                                .map(one -> new Option(one.name(), t.of("payments.provider." + one)))
                                .toList()),
                status);
    }

    private View show(Actor actor, Texts t, Connection connection, List<Fault> faults, HttpStatus status) {
        Instant heard = connections.heard(List.of(connection)).get(connection.id());
        Map<UnitCode, Long> served = connections.units(connection);
        return pages.show(
                "foundation/money/accounts/connection",
                new ConnectionPage(
                        line(connection, heard),
                        served.entrySet().stream()
                                .map(unit -> new ConnectionPage.Served(
                                        unit.getKey().value(),
                                        units.name(unit.getKey()),
                                        unit.getValue(),
                                        unit.getKey().equals(connection.unit())))
                                .toList(),
                        units.of(actor, t).stream()
                                .filter(option -> option.value().isEmpty()
                                        || served.keySet().stream()
                                                .noneMatch(unit -> unit.value().equals(option.value())))
                                .toList(),
                        faults),
                status);
    }

    private ConnectionsPage.Line line(Connection connection, @Nullable Instant heard) {
        return new ConnectionsPage.Line(
                connection,
                units.name(connection.unit()),
                site + "/api/v1/payments/notifications/" + connection.id(),
                heard);
    }
}

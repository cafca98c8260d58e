package vn.thucchat.foundation.money.accounts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/** One of the banks' messengers: the units that may use it, its secret, closed and opened again. */
@Controller
class ConnectionController {

    private static final String UNIT_FAULT = "payments.connection.unit.fault";

    /** What is changed of a connection: a unit that may use it, or its secret. */
    record ChangeForm(String unit, String secret) {}

    private interface UnitChange {
        Result make(Actor actor, String id, UnitCode unit);
    }

    private final Connections connections;
    private final BookUnits units;
    private final Pages pages;
    private final String site;

    ConnectionController(
            Connections connections, BookUnits units, Pages pages, @Value("${thucchat.base-url}") String site) {
        this.connections = connections;
        this.units = units;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/money/connections/{id}")
    @Allow(PaymentRoles.ACCOUNTANT)
    View one(Actor actor, Texts t, @PathVariable String id) {
        return show(actor, t, id, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/money/connections/{id}/units")
    @Allow(PaymentRoles.ACCOUNTANT)
    View allow(Actor actor, Texts t, @PathVariable String id, Form<ChangeForm> form, Flash flash) {
        return changeUnit(actor, t, id, form, connections::allow, "payments.connection.units.allowed", flash);
    }

    @PostMapping("/money/connections/{id}/units/removed")
    @Allow(PaymentRoles.ACCOUNTANT)
    View disallow(Actor actor, Texts t, @PathVariable String id, Form<ChangeForm> form, Flash flash) {
        return changeUnit(actor, t, id, form, connections::disallow, "payments.connection.units.removed", flash);
    }

    @PostMapping("/money/connections/{id}/secret")
    @Allow(PaymentRoles.ACCOUNTANT)
    View secret(Actor actor, Texts t, @PathVariable String id, Form<ChangeForm> form, Flash flash) {
        Result result = connections.changeSecret(actor, id, form.soFar().secret());
        return answer(actor, t, id, form, result, "payments.connection.secret.changed", flash);
    }

    @PostMapping("/money/connections/{id}/closed")
    @Allow(PaymentRoles.ACCOUNTANT)
    View close(Actor actor, @PathVariable String id, @RequestParam boolean closed, Flash flash) {
        return flash.then(
                connections.close(actor, id, closed),
                closed ? "payments.connection.closed.done" : "payments.connection.reopened",
                "/money/connections/" + id);
    }

    private View changeUnit(
            Actor actor, Texts t, String id, Form<ChangeForm> form, UnitChange change, String notice, Flash flash) {
        Result result = BookUnits.code(form.soFar().unit())
                .map(unit -> change.make(actor, id, unit))
                .orElse(Result.invalid("unit", UNIT_FAULT));
        return answer(actor, t, id, form, result, notice, flash);
    }

    private View answer(Actor actor, Texts t, String id, Form<?> form, Result result, String notice, Flash flash) {
        return result instanceof Result.Invalid
                ? show(actor, t, id, form.with(result), result.status())
                : flash.then(result, notice, "/money/connections/" + id);
    }

    private View show(Actor actor, Texts t, String id, Form<?> form, HttpStatus status) {
        Connection connection =
                connections.find(actor, id).orElseThrow(() -> Problem.notFound("payments.connection.none"));
        Instant heard = connections.heard(List.of(connection)).get(connection.id());
        Map<UnitCode, Long> served = connections.units(connection);
        return pages.show(
                "foundation/money/accounts/connection",
                new ConnectionPage(
                        ConnectionsPage.Line.of(connection, units, site, heard),
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
                        form.faults()),
                status);
    }
}

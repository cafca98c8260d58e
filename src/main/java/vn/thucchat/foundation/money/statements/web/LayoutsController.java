package vn.thucchat.foundation.money.statements.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.statements.CsvLayouts;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** How banks lay out their CSV statements. */
@Controller
record LayoutsController(CsvLayouts layouts, Pages pages) {

    @GetMapping("/money/layouts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View list(Actor actor, Texts t) {
        return show(actor, t, Form.blank(t, LayoutForm.USUAL), HttpStatus.OK);
    }

    @PostMapping("/money/layouts")
    @Allow(PaymentRoles.ACCOUNTANT)
    View add(Actor actor, Texts t, Form<LayoutForm> form, Flash flash) {
        if (!layouts.mayAdd(actor)) return show(actor, t, form, HttpStatus.FORBIDDEN);
        LayoutForm typed = form.value();
        form = form.with(typed.errors());
        if (form.wrong()) return show(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result =
                layouts.add(actor, typed.name(), typed.source(), typed.mapping().orElseThrow());
        return result instanceof Result.Done
                ? flash.then("payments.layout.added", "/money/layouts")
                : show(actor, t, form.with(result), result.status());
    }

    private View show(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        List<LayoutsPage.Field> fields = List.of(
                field("name", true),
                field("source", true),
                choice(t, "delimiter", "COMMA", "SEMICOLON", "TAB", "BAR"),
                choice(t, "charset", "UTF8", "UTF16", "WINDOWS1258"),
                field("headerLine", true),
                field("endsAt", false),
                field("account", false),
                field("date", true),
                field("datePattern", true),
                field("time", false),
                field("timePattern", false),
                field("in", false),
                field("out", false),
                field("amount", false),
                choice(t, "decimals", "VIETNAMESE", "ENGLISH"),
                field("reference", false),
                field("memo", true),
                field("payerName", false),
                field("payerAccount", false));
        return pages.show(
                "foundation/money/statements/layouts",
                new LayoutsPage(layouts.all(), layouts.mayAdd(actor) ? fields : List.of(), form),
                status);
    }

    private static LayoutsPage.Field field(String name, boolean required) {
        return new LayoutsPage.Field(name, required, List.of());
    }

    private static LayoutsPage.Field choice(Texts t, String name, String... choices) {
        return new LayoutsPage.Field(
                name,
                true,
                Stream.of(choices)
                        .map(choice -> new Option(choice, t.of("payments.layout." + name + "." + choice)))
                        .toList());
    }
}

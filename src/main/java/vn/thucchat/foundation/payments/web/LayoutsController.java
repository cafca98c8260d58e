package vn.thucchat.foundation.payments.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.payments.CsvLayouts;

/** How banks lay out their CSV statements. */
@Controller
class LayoutsController {

    private final CsvLayouts layouts;
    private final Pages pages;

    LayoutsController(CsvLayouts layouts, Pages pages) {
        this.layouts = layouts;
        this.pages = pages;
    }

    @GetMapping("/money/layouts")
    @Allow(Role.ACCOUNTANT)
    View list(Actor actor, Texts t) {
        return show(actor, t, LayoutForm.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/money/layouts")
    @Allow(Role.ACCOUNTANT)
    View add(Actor actor, Texts t, @ModelAttribute LayoutForm form, Flash flash) {
        @Nullable String fault = form.fault();
        if (!layouts.mayAdd(actor)) return show(actor, t, form, List.of(), HttpStatus.FORBIDDEN);
        if (fault != null) return refused(actor, t, form, fault, "payments.layout." + fault + ".fault");
        var added = layouts.add(
                actor,
                LayoutForm.text(form.name()),
                LayoutForm.text(form.source()),
                form.mapping().orElseThrow());
        if (added != CsvLayouts.Adding.ADDED) return refused(actor, t, form, "name", "payments.layout.taken");
        return flash.then("payments.layout.added", "/money/layouts");
    }

    private View refused(Actor actor, Texts t, LayoutForm form, String field, String key) {
        return show(actor, t, form, List.of(new Fault(field, t.of(key))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(Actor actor, Texts t, LayoutForm form, List<Fault> faults, HttpStatus status) {
        List<LayoutsPage.Field> fields = List.of(
                field("name", form.name(), true),
                field("source", form.source(), true),
                choice(t, "delimiter", form.delimiter(), "COMMA", "SEMICOLON", "TAB", "BAR"),
                choice(t, "charset", form.charset(), "UTF8", "UTF16", "WINDOWS1258"),
                field("headerLine", form.headerLine(), true),
                field("endsAt", form.endsAt(), false),
                field("account", form.account(), false),
                field("date", form.date(), true),
                field("datePattern", form.datePattern(), true),
                field("time", form.time(), false),
                field("timePattern", form.timePattern(), false),
                field("in", form.in(), false),
                field("out", form.out(), false),
                field("amount", form.amount(), false),
                choice(t, "decimals", form.decimals(), "VIETNAMESE", "ENGLISH"),
                field("reference", form.reference(), false),
                field("memo", form.memo(), true),
                field("payerName", form.payerName(), false),
                field("payerAccount", form.payerAccount(), false));
        return pages.show(
                "foundation/payments/layouts",
                new LayoutsPage(layouts.all(), layouts.mayAdd(actor) ? fields : List.of(), faults),
                status);
    }

    private static LayoutsPage.Field field(String name, @Nullable String value, boolean required) {
        return new LayoutsPage.Field(name, LayoutForm.text(value), required, List.of());
    }

    private static LayoutsPage.Field choice(Texts t, String name, @Nullable String value, String... choices) {
        return new LayoutsPage.Field(
                name,
                LayoutForm.text(value),
                true,
                Stream.of(choices)
                        .map(choice -> new Option(choice, t.of("payments.layout." + name + "." + choice)))
                        .toList());
    }
}

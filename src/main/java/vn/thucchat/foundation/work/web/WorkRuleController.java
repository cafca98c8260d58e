package vn.thucchat.foundation.work.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkRoles;
import vn.thucchat.foundation.work.WorkRule;
import vn.thucchat.foundation.work.WorkRules;

/** How long work may take and when it is chased: for those who watch over it to read, for the office to state. */
@Controller
@RequestMapping(WorkRuleController.PATH)
record WorkRuleController(WorkRules rules, Pages pages, InstantSource clock) {

    static final String PATH = "/work/rules";

    @GetMapping
    @Allow({WorkRoles.WORK_OFFICE, Roles.LEADER, Roles.AUDITOR})
    View list(Actor actor, Texts t) {
        String today = BusinessTime.day(clock.instant()).toString();
        return page(actor, t, Form.blank(t, Map.of("from", today)), HttpStatus.OK);
    }

    @PostMapping
    @Allow(WorkRoles.WORK_OFFICE)
    View state(Form<WorkRuleForm> form, Actor actor, Texts t, Flash flash) {
        if (form.wrong()) return page(actor, t, form, HttpStatus.UNPROCESSABLE_CONTENT);
        WorkRuleForm typed = form.value();
        if (typed.issued().isAfter(BusinessTime.day(clock.instant())))
            return page(actor, t, form.with("issued", "calendar.issued.fault"), HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = rules.state(actor, typed.rule());
        if (result instanceof Result.Done) return flash.then("work.rules.stated", PATH);
        return page(actor, t, form.with(result), result.status());
    }

    private View page(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        List<Option> kinds = Option.after(
                new Option(WorkRule.ALL, t.of("work.kind.all")),
                rules.kinds().stream()
                        .map(kind -> new Option(kind.code(), t.of(kind.key())))
                        .toList());
        boolean may = rules.mayChange(actor);
        return pages.show(
                "foundation/work/rules",
                new WorkRulesPage(
                        rules.stated().stream()
                                .map(rule -> new WorkRulesPage.Line(name(kinds, rule.kind()), rule))
                                .toList(),
                        kinds,
                        Option.all(t, "work.step.", WorkRule.Step.values()),
                        may ? form : null,
                        form.faults()),
                status);
    }

    private static String name(List<Option> kinds, String code) {
        return kinds.stream()
                .filter(kind -> kind.value().equals(code))
                .map(Option::text)
                .findFirst()
                .orElse(code);
    }
}

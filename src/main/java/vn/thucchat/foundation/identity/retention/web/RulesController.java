package vn.thucchat.foundation.identity.retention.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.retention.PrivacyRule;
import vn.thucchat.foundation.identity.retention.PrivacyRules;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** The numbers of the law and the office, and stating one anew. */
@Controller
record RulesController(PrivacyRules rules, Pages pages) {

    @GetMapping(PrivacyRules.PATH)
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View list(Actor actor, Texts t) {
        return list(actor, t, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PrivacyRules.PATH)
    @Allow(value = PrivacyRoles.DATA_PROTECTION_OFFICER, recent = 10)
    View state(Form<RuleForm> form, Actor actor, Texts t, Flash flash) {
        return form.answer(
                typed -> rules.state(
                        actor, new PrivacyRule(typed.code(), typed.from(), typed.value(), typed.document())),
                done -> flash.then("privacy.rules.stated", PrivacyRules.PATH),
                (again, status) -> list(actor, t, again, status));
    }

    private View list(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        List<PrivacyRule> stated = rules.stated();
        List<Option> codes = stated.stream()
                .map(PrivacyRule::code)
                .distinct()
                .map(code -> new Option(code, t.of("privacy.rule." + code)))
                .toList();
        return pages.show(
                "foundation/identity/retention/rules",
                new RulesPage(stated, rules.mayChange(actor), form, codes),
                status);
    }
}

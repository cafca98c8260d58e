package vn.thucchat.foundation.registers.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.OriginRules;

/** Data protection officers see which origin wins for which field; those of the province state it anew. */
@Controller
record OriginRulesController(OriginRules rules, Pages pages) {

    private static final String PAGE = "foundation/registers/origins";

    @PostMapping(OriginRules.PATH)
    @Allow(value = PrivacyRoles.DATA_PROTECTION_OFFICER, recent = 10)
    View state(Form<OriginRuleForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> rules.state(actor, typed.rule()),
                _ -> flash.then("registers.rules.stated", OriginRules.PATH),
                (again, status) -> pages.show(PAGE, page(actor, again), status));
    }

    @GetMapping(OriginRules.PATH)
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View list(Actor actor, Texts t) {
        return pages.show(PAGE, page(actor, Form.blank(t)));
    }

    private OriginRulesPage page(Actor actor, Form<?> form) {
        return new OriginRulesPage(rules.list(), form, rules.mayChange(actor));
    }
}

package vn.thucchat.foundation.notify.announcements.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.announcements.AnnouncementRules;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Administrators of the province see the limits of announcements; real ones enter them. */
@Controller
@RequestMapping(AnnouncementRules.PATH)
record AnnouncementRulesController(AnnouncementRules rules, Pages pages) {

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor, Texts t) {
        return page(actor, Form.blank(t), HttpStatus.OK);
    }

    private View page(Actor actor, Form<?> form, HttpStatus status) {
        if (!rules.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        return pages.show(
                "foundation/notify/announcements/rules",
                new AnnouncementRulesPage(rules.list(actor), form, rules.mayChange(actor)),
                status);
    }

    @PostMapping
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View add(Form<AnnouncementRuleForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> rules.add(actor, typed.rule()),
                _ -> flash.then("announcement.rules.entered", AnnouncementRules.PATH),
                (again, status) -> page(actor, again, status));
    }
}

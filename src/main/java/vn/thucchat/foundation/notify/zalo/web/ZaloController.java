package vn.thucchat.foundation.notify.zalo.web;

import java.util.HashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.zalo.Zalo;
import vn.thucchat.foundation.notify.zalo.ZaloTemplate;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** Administrators of the province see how Zalo is connected; real ones connect it and keep its templates. */
@Controller
@RequestMapping(Zalo.PATH)
record ZaloController(Zalo zalo, NoticeKinds kinds, Pages pages) {

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View look(Actor actor, Texts t) {
        return page(actor, t, Form.blank(t), Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/connected")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View connect(Form<TokenForm> form, Actor actor, Texts t) {
        return form.answer(
                typed -> zalo.connect(actor, typed.token()),
                _ -> SeeOther.at(Zalo.PATH),
                (again, status) -> page(actor, t, again, Form.blank(t), status));
    }

    @PostMapping("/templates")
    @Allow(Roles.ADMINISTRATOR)
    View add(Form<TemplateForm> form, Actor actor, Texts t) {
        return form.answer(
                typed -> zalo.add(
                        actor, typed.kind(), typed.language(), typed.template(), typed.parameters(), typed.preview()),
                _ -> SeeOther.at(Zalo.PATH),
                (again, status) -> page(actor, t, Form.blank(t), again, status));
    }

    @PostMapping("/templates/{kind}/{language}/{version}/{act}")
    @Allow(Roles.ADMINISTRATOR)
    View change(
            @PathVariable String kind,
            @PathVariable String language,
            @PathVariable int version,
            @PathVariable String act,
            Actor actor,
            Flash flash) {
        return flash.then(zalo.change(actor, kind, language, version, act), "zalo.template.changed", Zalo.PATH);
    }

    private View page(Actor actor, Texts t, Form<?> token, Form<?> template, HttpStatus status) {
        if (!zalo.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        List<ZaloTemplate> templates = zalo.templates(actor);
        var samples = new HashMap<String, String>();
        for (ZaloTemplate each : templates)
            samples.put(ZaloPage.key(each), each.sample(t.of("notice.kind." + each.kind()), t.of("zalo.sample.text")));
        return pages.show(
                "foundation/notify/zalo/zalo",
                new ZaloPage(
                        zalo.named(),
                        zalo.mayChange(actor),
                        zalo.connection(actor).orElse(null),
                        templates,
                        kinds.all().stream()
                                .map(kind -> new Option(kind.code(), t.of(kind.key())))
                                .toList(),
                        token,
                        template,
                        samples),
                status);
    }
}

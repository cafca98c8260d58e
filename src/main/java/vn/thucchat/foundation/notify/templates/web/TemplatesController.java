package vn.thucchat.foundation.notify.templates.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.templates.NoticeTemplateVersion;
import vn.thucchat.foundation.notify.templates.NoticeTemplates;
import vn.thucchat.foundation.notify.templates.NoticeTemplates.Template;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Administrators of the province see the words of notices; real ones change them, for citizens two of them. */
@Controller
@RequestMapping(NoticeTemplates.PATH)
record TemplatesController(
        NoticeTemplates templates, TemplatePreviews previews, Accounts accounts, Pages pages, InstantSource clock) {

    /** Words go out in the province's name: who only found a screen open changes none. */
    private static final int PROOF_MINUTES = 10;

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor) {
        demandProvince(actor);
        List<TemplatesPage.Row> rows = templates.all().stream()
                .map(each -> new TemplatesPage.Row(each, sample(each, "vi"), sample(each, "en")))
                .toList();
        return pages.show("foundation/notify/templates/templates", new TemplatesPage(rows, templates.proposed(actor)));
    }

    @GetMapping("/{key}/{language}")
    @Allow(Roles.ADMINISTRATOR)
    View look(@PathVariable String key, @PathVariable String language, Actor actor, Texts t) {
        Template template = template(actor, key, language);
        String words = templates.words(key, language);
        Form<?> form = Form.blank(
                t,
                Map.of("text", words, "from", BusinessTime.day(clock.instant()).toString()));
        return page(template, language, words, form, actor, HttpStatus.OK);
    }

    @PostMapping("/{key}/{language}")
    @Allow(value = Roles.ADMINISTRATOR, recent = PROOF_MINUTES)
    View propose(
            @PathVariable String key,
            @PathVariable String language,
            Form<TemplateTextForm> form,
            Actor actor,
            Flash flash) {
        Template template = template(actor, key, language);
        String typed = form.text("text");
        if (form.text("act").equals("preview")) {
            Form<?> again = templates
                    .fault(key, language, typed)
                    .<Form<?>>map(form.unsent()::with)
                    .orElseGet(form::unsent);
            HttpStatus status = again.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return page(template, language, typed, again, actor, status);
        }
        return form.answer(
                sent -> templates.propose(actor, template, language, sent.text(), sent.from()),
                _ -> flash.then(
                        NoticeTemplates.twoPeople(template) ? "template.proposed" : "template.changed",
                        NoticeTemplates.PATH + "/" + key + "/" + language),
                (again, status) -> page(template, language, typed, again, actor, status));
    }

    @PostMapping("/{key}/{language}/{version}/{act}")
    @Allow(value = Roles.ADMINISTRATOR, recent = PROOF_MINUTES)
    View decide(
            @PathVariable String key,
            @PathVariable String language,
            @PathVariable int version,
            @PathVariable String act,
            Actor actor,
            Flash flash) {
        template(actor, key, language);
        Result result = templates.decide(actor, key, language, version, act);
        return flash.then(result, "template.decided", NoticeTemplates.PATH + "/" + key + "/" + language);
    }

    private String sample(Template template, String language) {
        return NoticeTemplates.sample(template, templates.words(template.text().key(), language));
    }

    private Template template(Actor actor, String key, String language) {
        demandProvince(actor);
        return templates
                .find(key)
                .filter(_ -> language.matches("vi|en"))
                .orElseThrow(() -> Problem.notFound("template.unknown"));
    }

    private void demandProvince(Actor actor) {
        if (!templates.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    private View page(Template template, String language, String words, Form<?> form, Actor actor, HttpStatus status) {
        String key = template.text().key();
        List<NoticeTemplateVersion> versions = templates.versions(actor, key, language);
        var names = new HashMap<UUID, String>();
        versions.stream()
                .flatMap(version -> Stream.of(version.proposedBy(), version.decidedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(who -> accounts.find(who).ifPresent(account -> names.put(who, account.name())));
        return pages.show(
                "foundation/notify/templates/template",
                new TemplatePage(
                        template,
                        language,
                        previews.of(actor, template, language, words),
                        templates.original(key, language),
                        versions,
                        templates
                                .current(key, language)
                                .map(NoticeTemplateVersion::version)
                                .orElse(0),
                        names,
                        form,
                        new TemplatePage.Rights(
                                templates.mayChange(actor),
                                NoticeTemplates.twoPeople(template),
                                actor.account(),
                                clock.instant())),
                status);
    }
}

package vn.thucchat.foundation.identity.retention.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.retention.ReadAlarm;
import vn.thucchat.foundation.identity.retention.ReadAlarms;
import vn.thucchat.foundation.identity.retention.Retention;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** What the nights delete, and alarms of bulk reading. */
@Controller
record RetentionController(Retention retention, ReadAlarms alarms, Accounts accounts, Pages pages) {

    @GetMapping(Retention.PATH)
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View kept() {
        return pages.show(
                "foundation/identity/retention/retention", new RetentionPage(retention.preview()), HttpStatus.OK);
    }

    @GetMapping(ReadAlarms.PATH + "/{id}")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View alarm(@PathVariable UUID id, Actor actor, Texts t) {
        return alarm(id, actor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(ReadAlarms.PATH + "/{id}/answered")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View answer(@PathVariable UUID id, Form<NoteForm> form, Actor actor, Flash flash) {
        if (form.wrong()) return alarm(id, actor, form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = alarms.answer(actor, id, form.value().note());
        return result instanceof Result.Done
                ? flash.then("alarms.answered", ReadAlarms.PATH + "/" + id)
                : alarm(id, actor, form.with(result), result.status());
    }

    private View alarm(UUID id, Actor actor, Form<?> form, HttpStatus status) {
        ReadAlarm alarm = alarms.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        String reader = accounts.find(alarm.account()).orElseThrow().name();
        var page = new AlarmPage(alarm, reader, alarm.mayAnswer(actor), form);
        return pages.show("foundation/identity/retention/alarm", page, status);
    }
}

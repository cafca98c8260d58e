package vn.thucchat.foundation.identity.requests.web;

import java.util.UUID;
import java.util.stream.Stream;
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
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The desk of the data protection officer: requests to acknowledge and to answer. */
@Controller
record RequestDeskController(DataRequests requests, Accounts accounts, Pages pages) {

    private static final int PAGE = 20;

    @GetMapping(DataRequests.DESK)
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View list(Actor actor, Cursor cursor) {
        Slice<DataRequest> shown = requests.unanswered(actor, cursor, PAGE);
        Table table = Table.of(DataRequests.DESK, DeskPage.COLUMNS, cursor, shown);
        return pages.show("foundation/identity/requests/desk", new DeskPage(shown.items(), table), HttpStatus.OK);
    }

    @GetMapping(DataRequests.DESK + "/{id}")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return show(id, actor, t, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(DataRequests.DESK + "/{id}/acknowledged")
    @Allow(PrivacyRoles.DATA_PROTECTION_OFFICER)
    View acknowledge(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then(requests.acknowledge(actor, id), "requests.acknowledged", DataRequests.DESK + "/" + id);
    }

    @PostMapping(DataRequests.DESK + "/{id}/answered")
    @Allow(value = PrivacyRoles.DATA_PROTECTION_OFFICER, recent = 10)
    View answer(@PathVariable UUID id, Form<AnswerForm> form, Actor actor, Texts t, Flash flash) {
        return form.answer(
                typed -> requests.answer(actor, id, typed.done() == AnswerForm.Done.DONE, typed.answer(), t),
                done -> flash.then("requests.answered", DataRequests.DESK + "/" + id),
                (again, status) -> show(id, actor, t, again, status));
    }

    private View show(UUID id, Actor actor, Texts t, Form<?> form, HttpStatus status) {
        DataRequest request = requests.read(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        String subject = accounts.find(request.account()).orElseThrow().name();
        var answers = Stream.of(AnswerForm.Done.values())
                .map(done -> new Option(done.name(), t.of("requests.done." + done)))
                .toList();
        var page = new DataRequestDeskPage(request, subject, requests.mayAnswer(actor, request), form, answers);
        return pages.show("foundation/identity/requests/desk-request", page, status);
    }
}

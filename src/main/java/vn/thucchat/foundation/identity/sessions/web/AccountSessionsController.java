package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.sessions.OpenSessions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Problem;

/** Ends the sessions of somebody else's account: a lost phone, a person who left. */
@Controller
record AccountSessionsController(Administration administration, OpenSessions sessions) {

    @PostMapping("/admin/accounts/{id}/sessions/ended")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View end(@PathVariable UUID id, Actor actor, Flash flash) {
        var entry = administration.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!entry.manageable()) throw Problem.of(HttpStatus.FORBIDDEN, "identity.accounts.NOT_YOURS");
        int ended = sessions.endAll(actor, entry.account());
        return flash.then("identity.sessions.ended", List.of(ended), "/admin/accounts/" + id);
    }
}

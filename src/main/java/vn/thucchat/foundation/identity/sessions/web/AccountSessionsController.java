package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.sessions.OpenSessions;
import vn.thucchat.foundation.pages.Flash;

/** Ends the sessions of somebody else's account: a lost phone, a person who left. */
@Controller
record AccountSessionsController(OpenSessions sessions) {

    @PostMapping("/admin/accounts/{id}/sessions/ended")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View end(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then("identity.sessions.ended", List.of(sessions.endAll(actor, id)), "/admin/accounts/" + id);
    }
}

package vn.thucchat.foundation.identity.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.sessions.OpenSession;
import vn.thucchat.foundation.identity.sessions.OpenSessions;
import vn.thucchat.foundation.identity.sessions.SessionLimits;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;

/** Who the reader is, and where they are signed in. */
@Controller
record ProfileController(
        Accounts accounts, Access access, OpenSessions open, Sessions sessions, SessionLimits limits, Pages pages) {

    private static final int PAGE = 16;

    @GetMapping(ProfilePage.PATH)
    @Allow(signedIn = true)
    View profile(SignedIn reader) {
        Actor actor = reader.getPrincipal();
        var roles = accounts.grants(actor.account()).stream()
                .filter(RoleGrant::held)
                .map(grant -> new ProfilePage.HeldRole(grant, access.unitName(grant.unit())))
                .toList();
        var page = new ProfilePage(actor, roles, reader.assurance());
        return pages.show("foundation/identity/profile/profile", page, HttpStatus.OK);
    }

    @GetMapping(SessionsPage.PATH)
    @Allow(signedIn = true)
    View sessions(SignedIn reader, Cursor cursor) {
        Slice<OpenSession> shown = open.of(reader.getPrincipal(), cursor, PAGE);
        Table table = Table.of(SessionsPage.PATH, SessionsPage.COLUMNS, cursor, shown);
        var page = new SessionsPage(shown.items(), reader.session(), limits, table);
        return pages.show("foundation/identity/profile/sessions", page, HttpStatus.OK);
    }

    @PostMapping(SessionsPage.PATH + "/{id}/ended")
    @Allow(signedIn = true)
    View end(
            @PathVariable UUID id,
            SignedIn reader,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        // another person's is not there for this one; the attempt leaves a line, as for anything that is not there
        if (!open.end(reader.getPrincipal(), id)) throw Problem.notFound("profile.sessions.none-such");
        if (!id.equals(reader.session())) return flash.then("profile.sessions.ended-one", SessionsPage.PATH);
        sessions.close(request, response);
        return SeeOther.at("/");
    }

    @PostMapping(SessionsPage.PATH + "/others/ended")
    @Allow(signedIn = true)
    View endOthers(SignedIn reader, Actor actor, Flash flash) {
        int ended = open.endOthers(actor, reader.session());
        return flash.then("identity.sessions.ended", List.of(ended), SessionsPage.PATH);
    }
}

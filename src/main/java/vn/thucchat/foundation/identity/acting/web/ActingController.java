package vn.thucchat.foundation.identity.acting.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Actor.ActingFor;
import vn.thucchat.foundation.identity.access.Actor.ActingRights;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.sessions.ReturnPath;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** Lets somebody act for another, shows whose data that opens, and ends it. */
@Controller
record ActingController(
        ActingRights rights,
        PersonRegistry people,
        Representations representations,
        Sessions sessions,
        AccessLog log,
        Pages pages) {

    static final String PATH = "/id/acting";

    @GetMapping(PATH)
    @Allow(signedIn = true, acting = true)
    View show(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "") String to,
            Actor actor) {
        ActingFor acting = actor.actingFor();
        Person self = people.proven(actor).orElse(null);
        List<Representation> all = self == null ? List.of() : representations.by(self);
        boolean unproven = self == null && people.of(actor).isPresent();
        return pages.show(
                "foundation/identity/acting/acting",
                new ActingPage(acting, whom(actor, acting), all, unproven, closed, ReturnPath.of(to)));
    }

    /** The data of the person that somebody acts for; the look is written down, and that person sees it. */
    private @Nullable Person whom(Actor actor, @Nullable ActingFor acting) {
        UUID person = acting == null || acting.over() ? null : acting.person();
        return person == null
                ? null
                : people.read(actor, person, "representation").orElse(null);
    }

    @PostMapping(PATH + "/{representation}")
    @Allow(signedIn = true, acting = true, recent = 10)
    View begin(@PathVariable UUID representation, SignedIn me, Flash flash) {
        Actor actor = me.getPrincipal();
        ActingFor whom = rights.holding(actor, representation).orElseThrow(() -> Problem.notFound("acting.none"));
        ended(actor);
        sessions.act(me, representation);
        log.record(actor.acting(whom), "identity.acting-begun", PATH, representation.toString());
        return flash.then("acting.begun", PATH);
    }

    @PostMapping(PATH + "/ended")
    @Allow(signedIn = true, acting = true)
    View end(@RequestParam(defaultValue = "") String to, SignedIn me, Flash flash) {
        ended(me.getPrincipal());
        sessions.act(me, null);
        String back = ReturnPath.of(to);
        return flash.then("acting.ended", back.equals(ReturnPath.HOME) ? PATH : back);
    }

    private void ended(Actor actor) {
        if (actor.actingFor() != null) log.record(actor, "identity.acting-ended", PATH, "");
    }
}

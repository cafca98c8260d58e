package vn.thucchat.foundation.identity.recovery.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.PerMinute;
import vn.thucchat.foundation.identity.recovery.RecoveryEnds;
import vn.thucchat.foundation.identity.recovery.RecoveryLinks;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** Stops recoveries that an owner did not ask for: by the link of a warning, or from any open session. */
@Controller
record StopController(RecoveryEnds ends, RecoveryLinks links, Pages pages) {

    private static final int A_MINUTE = 30;

    /** Changes nothing: programs that look at links in messages open it, too. */
    @GetMapping("/stop-recovery/{id}/{mark}")
    @Allow(anyone = true)
    View ask(@PathVariable UUID id, @PathVariable String mark) {
        return show(new StopPage(List.of(), false, stopPath(id, mark)));
    }

    @PostMapping("/stop-recovery/{id}/{mark}")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View stop(@PathVariable UUID id, @PathVariable String mark, Flash flash) {
        String path = stopPath(id, mark);
        ends.stop(id);
        // stopped now or before, it is stopped
        return flash.then("recovery.stopped", path);
    }

    @GetMapping(RecoveryEnds.OWN)
    @Allow(signedIn = true)
    View own(Actor actor) {
        return show(new StopPage(ends.running(actor), true, RecoveryEnds.OWN + "/stopped"));
    }

    @PostMapping(RecoveryEnds.OWN + "/stopped")
    @Allow(signedIn = true)
    View stopOwn(Actor actor, Flash flash) {
        return flash.then(ends.stop(actor), "recovery.stopped", RecoveryEnds.OWN);
    }

    private String stopPath(UUID id, String mark) {
        if (!links.stops(id, mark)) throw Problem.notFound("recovery.none");
        return links.stopPath(id);
    }

    private View show(StopPage page) {
        return pages.show("foundation/identity/recovery/stop", page);
    }
}

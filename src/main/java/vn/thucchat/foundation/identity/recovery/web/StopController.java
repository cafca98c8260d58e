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
import vn.thucchat.foundation.identity.recovery.Recovery;
import vn.thucchat.foundation.identity.recovery.RecoveryCompletion;
import vn.thucchat.foundation.identity.recovery.RecoveryTokens;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;

/** Stops recoveries that an owner did not ask for: by the link of a warning, or from any open session. */
@Controller
record StopController(RecoveryCompletion ends, RecoveryTokens links, Pages pages) {

    private static final int A_MINUTE = 30;

    /** Changes nothing: programs that look at links in messages open it, too. */
    @GetMapping("/stop-recovery/{id}/{mark}")
    @Allow(anyone = true)
    View ask(@PathVariable UUID id, @PathVariable String mark) {
        return show(stopPage(id, mark));
    }

    @PostMapping("/stop-recovery/{id}/{mark}")
    @Allow(anyone = true)
    @PerMinute(A_MINUTE)
    View stop(@PathVariable UUID id, @PathVariable String mark, Flash flash) {
        String path = stopPath(id, mark);
        // stopped before, used or too old: the page says which
        return ends.stop(id) instanceof Result.Done ? flash.then("recovery.stopped", path) : SeeOther.at(path);
    }

    @GetMapping(RecoveryCompletion.OWN)
    @Allow(signedIn = true)
    View own(Actor actor) {
        return show(new StopPage(ends.running(actor), StopPage.State.RUNS, true, RecoveryCompletion.OWN + "/stopped"));
    }

    @PostMapping(RecoveryCompletion.OWN + "/stopped")
    @Allow(signedIn = true, recent = 10)
    View stopOwn(Actor actor, Flash flash) {
        return flash.then(ends.stop(actor), "recovery.stopped", RecoveryCompletion.OWN);
    }

    private StopPage stopPage(UUID id, String mark) {
        String path = stopPath(id, mark);
        Recovery recovery = ends.find(id).orElseThrow(() -> Problem.notFound("recovery.none"));
        StopPage.State state = recovery.usedAt() != null
                ? StopPage.State.USED
                : ends.state(recovery) == Recovery.State.OVER ? StopPage.State.OVER : StopPage.State.RUNS;
        return new StopPage(List.of(), state, false, path);
    }

    private String stopPath(UUID id, String mark) {
        if (!links.validStopMark(id, mark)) throw Problem.notFound("recovery.none");
        return links.stopPath(id);
    }

    private View show(StopPage page) {
        return pages.show("foundation/identity/recovery/stop", page);
    }
}

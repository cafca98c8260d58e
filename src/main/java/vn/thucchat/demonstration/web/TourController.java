package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.demonstration.DemonstrationSignIn;
import vn.thucchat.demonstration.TourStep;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accounts.SignIns;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Demo;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;

/** The guided tour: its five steps on one page, and the button that leads to each as the person whose page it is. */
@Controller
record TourController(
        TourProgress progress,
        DemonstrationSignIn newcomers,
        Sessions sessions,
        Quota quota,
        InstantSource clock,
        Pages pages) {

    private static final int PER_MINUTE = 30;

    @GetMapping(Demo.TOUR)
    @Allow(anyone = true)
    View steps(HttpServletRequest request) {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        return pages.show(
                "demonstration/tour",
                new TourPage(
                        pages.chrome(request), progress.done(request).orElse(-1), BusinessTime.day(clock.instant())));
    }

    /** @param step whose page is to be opened, such as {@code TILL}; {@code END} ends the tour */
    @PostMapping(Demo.TOUR)
    @Allow(anyone = true)
    View go(
            @RequestParam(defaultValue = "PAY") String step,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!newcomers.on()) throw Problem.notFound("demonstration.none");
        if (step.equals("END")) {
            progress.end(request, response);
            return SeeOther.at(Demo.TOUR);
        }
        TourStep wanted = one(step);
        String person = wanted.person().orElse(actor.username());
        if (!person.equals(actor.username())) {
            quota.charge(request, PER_MINUTE);
            if (!(newcomers.enter(person, request.getRemoteAddr()).orElse(null)
                    instanceof SignIns.Outcome.Welcome(var account))) return SeeOther.at("/sign-in");
            sessions.open(request, response, account, Factor.DEMONSTRATION);
        }
        progress.keep(request, response, TourStep.IN_ORDER.indexOf(wanted));
        return SeeOther.at(wanted.path(BusinessTime.day(clock.instant())));
    }

    private static TourStep one(String name) {
        for (TourStep step : TourStep.values()) if (step.name().equals(name)) return step;
        throw Problem.notFound("demonstration.none");
    }
}

package vn.thucchat.foundation.identity.factors.web;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.pages.Problem;

/** Asks that a person proved a short while ago who they are: a phone left lying open makes no key for its finder. */
final class RecentProof {

    private static final Duration AGE = Duration.ofMinutes(10);

    private RecentProof() {}

    static boolean given(SignedIn person, InstantSource clock) {
        return person.assurance().within(AGE, clock.instant());
    }

    /** @throws Problem 403 when it was longer ago */
    static void demand(SignedIn person, InstantSource clock) {
        if (!given(person, clock)) throw Problem.of(HttpStatus.FORBIDDEN, "identity.keys.again");
    }
}

package vn.thucchat.foundation.identity.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;

/**
 * @param username as it was typed
 * @param to where to go back to
 * @param waitMinutes how long to wait after too many attempts; 0 when that is not so
 * @param roles usernames of the demonstration that anybody may sign in as; none while it is off
 */
public record SignInPage(String username, String to, boolean wrong, long waitMinutes, List<String> roles) {

    public List<Fault> faults(Texts t) {
        if (wrong) return List.of(new Fault("username", t.of("identity.sign-in.wrong")));
        if (waitMinutes > 0)
            return List.of(new Fault("username", t.of("identity.sign-in.wait", t.number(waitMinutes))));
        return List.of();
    }
}

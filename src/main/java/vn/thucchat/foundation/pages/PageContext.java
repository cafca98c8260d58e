package vn.thucchat.foundation.pages;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What every page has around it, read from the request that asked for it: language, who is signed in, the token that
 * a form must bring back, and a notice left by the step before.
 *
 * @param notice a text to show once at the top of the page, left by a redirect
 * @param ways what the rooms add to the navigation
 */
public record PageContext(
        Texts t,
        HttpServletRequest request,
        @Nullable String notice,
        @Nullable ResourceUrlProvider assets,
        Navigation ways) {

    /** Request attribute with an {@link IntSupplier} of how many messages the person has not opened. */
    public static final String UNSEEN = PageContext.class.getName() + ".unseen";

    /** Request attribute with the {@link Content} of a strip above the page, such as the next step of a guided tour. */
    public static final String STRIP = PageContext.class.getName() + ".strip";

    /** Request attribute with the {@link Content} that says for whom the reader acts. */
    public static final String ACTING = PageContext.class.getName() + ".acting";

    /** What whoever holds a role that opens a unit's records has, too: {@code has(STAFF)}. */
    public static final String STAFF = "STAFF";
    /** What whoever holds a role that opens the own records only has, too: traders. */
    public static final String SERVED = "SERVED";

    /** The name of the person signed in, or null for a stranger. */
    public @Nullable String signedIn() {
        var principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    /** Whether the person holds the role ({@code REPORTER}, …) anywhere; what it reaches is checked by the action. */
    public boolean has(String role) {
        return request.isUserInRole(role);
    }

    /** Counts the messages that the person has not opened; 0 for a stranger. */
    public int unseen() {
        return request.getAttribute(UNSEEN) instanceof IntSupplier count ? count.getAsInt() : 0;
    }

    /** Says for whom the reader acts, and lets them end it; null for who acts for themselves. */
    public @Nullable Content acting() {
        return request.getAttribute(ACTING) instanceof Content acting ? acting : null;
    }

    /** What stands above the page, put there by another room than the page's; null, as mostly, for nothing. */
    public @Nullable Content strip() {
        return request.getAttribute(STRIP) instanceof Content strip ? strip : null;
    }

    /** The person's name without what they are: {@code Vũ Đức Long} of "Vũ Đức Long, quản trị hệ thống"; empty for a stranger. */
    public String personName() {
        String name = signedIn();
        return name == null ? "" : name.split(",", 2)[0].strip();
    }

    /** The last word of the person's name before what they are: {@code Hằng} of "Nguyễn Thị Minh Hằng, lãnh đạo". */
    public String givenName() {
        String person = personName();
        return person.substring(person.lastIndexOf(' ') + 1);
    }

    /** Whether the person is served here, as traders are, and does not work here: the ways of those who do are not theirs. */
    public boolean onlyServed() {
        return has(SERVED) && !has(STAFF);
    }

    /** The entries of the main navigation for this reader. */
    public List<NavItem> navigation() {
        return ways.main(this);
    }

    /** The links at the foot of every page. */
    public List<NavItem> footer() {
        return ways.footer(this);
    }

    /** The value of the hidden {@code _csrf} field; every POST form carries it. */
    public String csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** This page in the other language. */
    public String otherLanguage() {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String kept = query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        return path() + "?" + (kept.isEmpty() ? "" : kept + "&") + "lang=" + (t.vietnamese() ? "en" : "vi");
    }

    /** The path that was asked for, also on the page that says why it cannot be shown. */
    public String path() {
        return ProblemAnswers.path(request);
    }

    /** For {@code aria-current}: {@code page} on the page itself, {@code true} on those below it, null elsewhere. */
    public @Nullable String here(String door) {
        return path().equals(door) ? "page" : !door.equals("/") && path().startsWith(door + "/") ? "true" : null;
    }

    /** The address of a static file with its content's hash in the name, so that it may be kept for ever. */
    public String asset(String path) {
        String versioned = assets == null ? null : assets.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}

package vn.thucchat.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Answers a form that was accepted: redirects with 303 (See Other) and shows a notice once on the page that follows. A
 * handler takes it as an argument.
 */
public final class Flash {

    private final HttpServletRequest request;

    Flash(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Redirects to {@code path} and shows a notice there.
     *
     * @param notice a message key, such as {@code payments.banks.changed}
     * @param path a path of this site with its parameters, such as {@code /money/accounts/19?all=true}
     */
    public View then(String notice, String path) {
        with(Pages.NOTICE, notice);
        return SeeOther.at(path);
    }

    /** As {@link #then(String, String)}, with whole numbers for the notice's {@code {0}}, {@code {1}} and so on. */
    public View then(String notice, List<Integer> counts, String path) {
        with(Pages.COUNTS, counts.stream().map(Object::toString).collect(Collectors.joining(" ")));
        return then(notice, path);
    }

    /**
     * Answers the press of a button, of which little can be wrong: redirects when it was done.
     *
     * @throws Problem 404 or 409 when it was not
     */
    public View then(Result result, String notice, String path) {
        if (!(result instanceof Result.Done)) throw result.problem();
        return then(notice, path);
    }

    /** Hands a text or a whole number to the page that the redirect leads to, which reads it by its name. */
    public Flash with(String name, Object value) {
        RequestContextUtils.getOutputFlashMap(request).put(name, value);
        return this;
    }
}

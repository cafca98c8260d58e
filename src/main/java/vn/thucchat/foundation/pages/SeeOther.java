package vn.thucchat.foundation.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on with 303 (See Other): what was submitted is not submitted again by reloading. */
public final class SeeOther {

    private SeeOther() {}

    public static View at(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** For handlers that answer with a page or go on. */
    public static ModelAndView then(String path) {
        return new ModelAndView(at(path));
    }
}

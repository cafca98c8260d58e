package vn.thucchat.economy.market.register.web;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Result;

/** The answer to a form: what follows when it is done, or the form again with all that is wrong. */
@NamedInterface("lookup")
public final class FormAnswer {

    private FormAnswer() {}

    /**
     * Does what a form asks for, when nothing is wrong with it.
     *
     * @param again shows the form
     */
    public static <T> View of(
            Form<T> form,
            Function<T, Result> act,
            Function<Result.Done, View> done,
            BiFunction<Form<T>, HttpStatus, View> again) {
        if (form.wrong()) return again.apply(form, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = act.apply(form.value());
        return result instanceof Result.Done what ? done.apply(what) : again.apply(form.with(result), result.status());
    }
}

package vn.thucchat.foundation.units.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What was asked for cannot be had, for a reason that the reader can act on; {@link UnitRefusals} answers with it. */
final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String parameter;
    private final String key;
    private final transient Object[] arguments;

    private Refusal(HttpStatus status, @Nullable String parameter, String key, Object[] arguments) {
        super(status + " " + key, null, true, false);
        this.status = status;
        this.parameter = parameter;
        this.key = key;
        this.arguments = arguments;
    }

    static Refusal notFound(String messageKey, Object... arguments) {
        return new Refusal(HttpStatus.NOT_FOUND, null, messageKey, arguments);
    }

    /** @param parameter the name of the parameter at fault */
    static Refusal bad(String parameter, String messageKey, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, parameter, messageKey, arguments);
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    String key() {
        return key;
    }

    /** Dates among them are {@link java.time.LocalDate}s: the reader's language decides their form. */
    Object[] arguments() {
        return arguments;
    }
}

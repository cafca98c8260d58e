package vn.thucchat.foundation.pages;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a reader asked for cannot be had, for a reason that the reader can act on. Thrown by a handler; becomes a page,
 * or a problem document (RFC 9457) under {@code /api/}, in the reader's language. Changes nothing: thrown inside a
 * transaction, it undoes it.
 */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;
    private final @Nullable String parameter;
    private final @Nullable Duration retryAfter;
    private final transient List<FieldError> errors;

    private Problem(
            HttpStatus status,
            @Nullable String parameter,
            @Nullable Duration retryAfter,
            String key,
            Object[] arguments) {
        this(status, parameter, retryAfter, key, arguments, List.of());
    }

    private Problem(
            HttpStatus status,
            @Nullable String parameter,
            @Nullable Duration retryAfter,
            String key,
            Object[] arguments,
            List<FieldError> errors) {
        super(status + " " + key, null, true, false);
        this.status = status;
        this.parameter = parameter;
        this.retryAfter = retryAfter;
        this.key = key;
        this.arguments = arguments;
        this.errors = List.copyOf(errors);
    }

    /** There is no such thing: 404. */
    public static Problem notFound(String messageKey, Object... arguments) {
        return new Problem(HttpStatus.NOT_FOUND, null, null, messageKey, arguments);
    }

    /**
     * What was sent cannot be understood: 400.
     *
     * @param parameter the name of the parameter or field at fault
     */
    public static Problem bad(String parameter, String messageKey, Object... arguments) {
        return new Problem(HttpStatus.BAD_REQUEST, parameter, null, messageKey, arguments);
    }

    /** As {@link #bad(String, String, Object...)}, with all that is wrong at once; the first is also the problem's own. */
    public static Problem bad(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new Problem(
                HttpStatus.BAD_REQUEST,
                first.field(),
                null,
                first.key(),
                first.arguments().toArray(),
                errors);
    }

    /** It was understood, but something else has happened meanwhile: 409. */
    public static Problem conflict(String messageKey, Object... arguments) {
        return new Problem(HttpStatus.CONFLICT, null, null, messageKey, arguments);
    }

    /** More than is taken: 413. */
    public static Problem tooLarge(String messageKey, Object... arguments) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, null, null, messageKey, arguments);
    }

    /** Too often: 429, and when to come back. */
    public static Problem tooMany(Duration retryAfter, String messageKey, Object... arguments) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, null, retryAfter, messageKey, arguments);
    }

    /** Too much is waiting: 503, and when to come back. */
    public static Problem busy(Duration retryAfter, String messageKey, Object... arguments) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, null, retryAfter, messageKey, arguments);
    }

    /** Any other status. */
    public static Problem of(HttpStatus status, String messageKey, Object... arguments) {
        return new Problem(status, null, null, messageKey, arguments);
    }

    /** All that is wrong, where there may be more than one thing; else empty. */
    List<FieldError> errors() {
        return errors;
    }

    public HttpStatus status() {
        return status;
    }

    /** Days among the arguments take the form that the reader's language gives them. */
    String detail(Texts t) {
        return t.of(
                key,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof LocalDate day ? t.date(day) : argument)
                        .toArray());
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}

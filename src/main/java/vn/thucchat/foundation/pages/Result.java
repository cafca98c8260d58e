package vn.thucchat.foundation.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What became of a change that a person asked for. Only {@link Done} changed anything. */
public sealed interface Result {

    /** @param id of what was made or changed; null where it has a code of its own */
    record Done(@Nullable UUID id) implements Result {}

    /** Something that was typed is wrong: all of it, at once. */
    record Invalid(List<FieldError> errors) implements Result {}

    /** There is no such thing, or not where the actor may know of it. */
    record NotFound() implements Result {}

    /** Somebody else changed it since it was read. */
    record Stale() implements Result {}

    /**
     * The actor may see it, and may not change it.
     *
     * @param key of the message that says why
     */
    record Refused(String key) implements Result {}

    /**
     * All that is wrong, to be shown where it was typed; nothing when it was done.
     *
     * @throws Problem 404 when there is no such thing
     */
    default List<FieldError> errors() {
        return switch (this) {
            case Done _ -> List.of();
            case Invalid(var errors) -> errors;
            case NotFound() -> throw Problem.notFound("result.not-found");
            case Stale() -> List.of(new FieldError("", "result.stale"));
            case Refused(String key) -> List.of(new FieldError("", key));
        };
    }

    /** For where nothing was typed that could be mended: 404 or 409 with what is wrong. */
    default Problem problem() {
        FieldError first = errors().getFirst();
        return Problem.conflict(first.key(), first.arguments().toArray());
    }

    /** Of the page that says so. */
    default HttpStatus status() {
        return switch (this) {
            case Done _ -> HttpStatus.OK;
            case Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NotFound() -> HttpStatus.NOT_FOUND;
            case Stale() -> HttpStatus.CONFLICT;
            case Refused _ -> HttpStatus.FORBIDDEN;
        };
    }

    /**
     * For acts of the platform itself, in which nothing can be wrong.
     *
     * @return the id of what was done, if it has one
     * @throws IllegalStateException when it was not done
     */
    default @Nullable UUID expectDone() {
        if (this instanceof Done(UUID id)) return id;
        throw new IllegalStateException(toString());
    }

    static Result invalid(String field, String key) {
        return new Invalid(List.of(new FieldError(field, key)));
    }
}

package vn.thucchat.foundation.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a form: each text as it was typed, the record that the texts mean when nothing is wrong, and
 * all faults when something is. A handler takes it as an argument, {@code Form<BankForm> form}; {@code FormReading} says
 * how the record is made.
 */
public final class Form<T> {

    private final Texts t;
    private final Map<String, String> typed;
    private final @Nullable T value;
    private final List<Fault> faults;

    Form(Texts t, Map<String, String> typed, @Nullable T value, List<Fault> faults) {
        this.t = t;
        this.typed = Map.copyOf(typed);
        this.value = value;
        this.faults = List.copyOf(faults);
    }

    /** Makes a form that nobody has sent yet. What its fields hold at first may come from an address: it is cleaned. */
    public static <T> Form<T> blank(Texts t, Map<String, String> fields) {
        var cleaned = new HashMap<String, String>();
        fields.forEach((field, text) -> cleaned.put(field, FormReading.cleaned(text)));
        return new Form<>(t, cleaned, null, List.of());
    }

    /** The text of a field as it was typed, cleaned; empty when it was not sent. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether something is wrong; {@link #value} is there only when nothing is. */
    public boolean wrong() {
        return value == null || !faults.isEmpty();
    }

    /** @throws NoSuchElementException when something is wrong */
    public T value() {
        if (wrong()) throw new NoSuchElementException("Ask wrong() before");
        return Objects.requireNonNull(value);
    }

    /** What was asked for; all of it as if it had not been sent, when something of it is wrong: for filters of lists. */
    public T valueOr(T otherwise) {
        return wrong() ? otherwise : value();
    }

    /** All that is wrong, in the reader's language, in the order of the record's fields. */
    public List<Fault> faults() {
        return faults;
    }

    /** The same form with more that is wrong, found after it was read. */
    public Form<T> with(List<FieldError> errors) {
        return withFaults(errors.stream()
                .map(error -> new Fault(error.field(), error.text(t)))
                .toList());
    }

    /** Adds the errors of a result to the form. A result of "not found" is thrown as a {@link Problem} (404). */
    public Form<T> with(Result result) {
        return with(result.errors());
    }

    /** As {@link #with(List)} with one fault. */
    public Form<T> with(String field, String key) {
        return with(List.of(new FieldError(field, key)));
    }

    /** The same form with faults that are already in the reader's language. */
    public Form<T> withFaults(List<Fault> more) {
        return new Form<>(
                t, typed, value, Stream.concat(faults.stream(), more.stream()).toList());
    }

    /** The same form with another text in a field, as when the page looked something up for the person. */
    public Form<T> with(Map<String, String> fields) {
        var all = new HashMap<>(typed);
        all.putAll(fields);
        return new Form<>(t, all, value, faults);
    }
}

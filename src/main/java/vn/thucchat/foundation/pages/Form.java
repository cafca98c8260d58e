package vn.thucchat.foundation.pages;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.View;

/**
 * What a person typed into a form: each text as it was typed, the record that the texts mean when nothing is wrong, and
 * all faults when something is. A handler takes it as an argument, {@code Form<BankForm> form}; {@code FormReading} says
 * how the record is made.
 */
public final class Form<T> {

    private final Texts t;
    private final List<String> fields;
    private final Map<String, List<String>> typed;
    private final @Nullable T value;
    private final List<Fault> faults;

    /** @param fields of the record, in their order */
    Form(Texts t, List<String> fields, Map<String, List<String>> typed, @Nullable T value, List<Fault> faults) {
        this.t = t;
        this.fields = fields;
        this.typed = Map.copyOf(typed);
        this.value = value;
        this.faults = List.copyOf(faults);
    }

    /** Makes a form that nobody has sent yet, its fields empty. */
    public static <T> Form<T> blank(Texts t) {
        return new Form<>(t, List.of(), Map.of(), null, List.of());
    }

    /** Makes a form that nobody has sent yet. What its fields hold at first may come from an address: it is cleaned. */
    public static <T> Form<T> blank(Texts t, Map<String, String> fields) {
        return Form.<T>blank(t).with(fields);
    }

    /**
     * Makes a form that shows what there is: the parts of {@code shown} are in the fields of their names, as they are
     * typed (names of enums, {@code true}, {@code 2022-08-07}); a part that is null is an empty field.
     */
    public static <T> Form<T> showing(Texts t, Record shown) {
        var fields = new HashMap<String, String>();
        for (RecordComponent part : shown.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(part.getAccessor());
            Object value = ReflectionUtils.invokeMethod(part.getAccessor(), shown);
            fields.put(part.getName(), value instanceof Enum<?> choice ? choice.name() : Objects.toString(value, ""));
        }
        return blank(t, fields);
    }

    /**
     * Does what the form asks for when nothing is wrong with it, and answers: with what follows a change that was made, or
     * with the form again and all that is wrong.
     *
     * @param act makes the change
     * @param again shows the form
     */
    public View answer(
            Function<T, Result> act, Function<Result.Done, View> done, BiFunction<Form<T>, HttpStatus, View> again) {
        if (wrong()) return again.apply(this, HttpStatus.UNPROCESSABLE_CONTENT);
        Result result = act.apply(value());
        return result instanceof Result.Done what ? done.apply(what) : again.apply(with(result), result.status());
    }

    /** The text of a field as it was typed, cleaned; empty when it was not sent. */
    public String text(String field) {
        List<String> texts = texts(field);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** All texts of a field that may be sent several times, such as ticked boxes. */
    public List<String> texts(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** The rest of the names of all fields that were sent and whose names begin so, in order: {@code x} of {@code value.x}. */
    public SortedSet<String> fields(String beginning) {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether something is wrong; {@link #value} is there only when nothing is. */
    public boolean wrong() {
        return value == null || !faults.isEmpty();
    }

    /**
     * What could be read, so that more can be checked while something is wrong.
     *
     * @return the record, in which what could not be read is null, whatever its type says
     * @throws NoSuchElementException of a form that nobody has sent
     */
    public T soFar() {
        if (value == null) throw new NoSuchElementException("Nobody has sent this form");
        return value;
    }

    /** @throws NoSuchElementException when something is wrong */
    public T value() {
        if (wrong()) throw new NoSuchElementException("Ask wrong() before");
        return soFar();
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
    public Form<T> with(String field, String key, String... arguments) {
        return with(List.of(new FieldError(field, key, List.of(arguments))));
    }

    /** The same form with faults that are already in the reader's language; one told of a field before stays alone. */
    public Form<T> withFaults(List<Fault> more) {
        List<Fault> all = Stream.concat(
                        faults.stream(),
                        more.stream()
                                .filter(fault -> fault.field().isEmpty() || Fault.of(faults, fault.field()) == null))
                .sorted(Comparator.comparingInt(this::place))
                .toList();
        return new Form<>(t, fields, typed, value, all);
    }

    /** Fields of many things alike ({@code value.x}) come first, as they were told; those of no field come last. */
    private int place(Fault fault) {
        int place = fields.indexOf(fault.field());
        return place >= 0 ? place : fault.field().contains(".") ? -1 : fields.size();
    }

    /** The same form with what is wrong with another that was sent in the same request, behind its own. */
    public Form<T> and(Form<?> other) {
        return withFaults(other.faults);
    }

    /** The same texts as if nobody had sent them yet: for a page that asks for more before anything is checked. */
    public Form<T> unsent() {
        return new Form<>(t, fields, typed, null, List.of());
    }

    /** The same form with another text in a field, as when the page looked something up for the person. */
    public Form<T> with(Map<String, String> texts) {
        var all = new HashMap<>(typed);
        texts.forEach((field, text) -> all.put(field, List.of(FormReading.cleaned(text, true))));
        return new Form<>(t, fields, all, value, faults);
    }
}

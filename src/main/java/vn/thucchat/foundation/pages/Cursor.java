package vn.thucchat.foundation.pages;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the sort keys of the last item that was shown, such as a name and an id. A handler takes it as an
 * argument, read from the parameter {@code cursor}; without one it is the start of the list. Written as one text that is
 * safe in addresses and opaque to its reader, for example {@code bGFuLmFuaB8wMTkz}.
 *
 * <p>Texts come from addresses: whatever cannot be a place in the list that reads it is a {@link Problem} (400) that
 * leads to the first page.
 */
public final class Cursor {

    /** The place before the first item. */
    public static final Cursor START = new Cursor(List.of());

    /** The parameter of an address that holds one. */
    static final String PARAMETER = "cursor";

    /** Signs of one; names are at most a few hundred. */
    private static final int LONGEST = 2_000;

    private static final String SEPARATOR = "\u001F";

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** Writes the place of an item: texts, ids, instants, days and whole numbers, in the order of the list's sort. */
    public static String of(Object... keys) {
        String text = Stream.of(keys).map(Object::toString).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 when no list has written it */
    public static Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        if (text.length() > LONGEST) throw fault();
        try {
            String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (!of(keys).equals(text) || keys.indexOf('\0') >= 0) throw fault();
            return new Cursor(List.of(keys.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException notBase64) {
            throw fault();
        }
    }

    public boolean start() {
        return keys.isEmpty();
    }

    /** @param first what stands before the first item */
    public String text(int key, String first) {
        return key(key, first, Function.identity());
    }

    public UUID id(int key, UUID first) {
        return key(key, first, text -> {
            UUID id = UUID.fromString(text);
            if (!id.toString().equals(text)) throw fault();
            return id;
        });
    }

    public long number(int key, long first) {
        return key(key, first, Long::valueOf);
    }

    /** An instant of the years 1 to 9999, which the database knows too. */
    public Instant at(int key, Instant first) {
        return key(key, first, text -> {
            // further years begin with a sign
            if (!Character.isDigit(text.charAt(0))) throw fault();
            return Instant.parse(text);
        });
    }

    public LocalDate day(int key, LocalDate first) {
        return key(key, first, text -> {
            if (text.length() != "2022-08-08".length()) throw fault();
            return LocalDate.parse(text);
        });
    }

    /** For keys of other types, such as codes; {@code read} throws a {@link RuntimeException} for what is none. */
    public <T> T key(int key, T first, Function<String, T> read) {
        if (start()) return first;
        if (key >= keys.size()) throw fault();
        try {
            return read.apply(keys.get(key));
        } catch (Problem known) {
            throw known;
        } catch (RuntimeException unreadable) {
            throw fault();
        }
    }

    private static Problem fault() {
        return Problem.bad(PARAMETER, "pager.fault");
    }
}

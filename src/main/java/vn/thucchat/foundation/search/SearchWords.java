package vn.thucchat.foundation.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/**
 * The words of a search, small and without marks: {@code dinh hoa} of "Định  Hoá". A word of three letters and more is
 * found anywhere in a word of a name, a shorter one at its beginning only, which an index can serve and a reader expects.
 *
 * @param text the words with a blank between them
 * @param words each once, at most ten
 */
public record SearchWords(String text, List<String> words) {

    /** Letters of a typed text. */
    public static final int LONGEST = 100;

    /** Letters from which a word is found inside another. */
    private static final int INSIDE = 3;

    private static final int MOST = 10;

    public static SearchWords of(String typed) {
        String text = NameSearchKey.of(typed);
        List<String> words = text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).distinct().limit(MOST).toList();
        return new SearchWords(text, words);
    }

    /** Whether there is nothing to look for: only signs were typed, or nothing. */
    public boolean empty() {
        return words.isEmpty();
    }

    /** How well the best of some names fits; empty when none does. */
    public Optional<Match> match(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> ofKey(NameSearchKey.of(name)).stream())
                .min(Match::compareTo);
    }

    /** As {@link #match}, of names that are kept as {@link NameSearchKey} folds them. */
    public Optional<Match> matchKeys(List<String> keys) {
        return keys.stream().flatMap(key -> ofKey(key).stream()).min(Match::compareTo);
    }

    /** Whether each word begins one of a longer text, such as a definition, that {@link NameSearchKey} has folded. */
    public boolean mentionedIn(String key) {
        return !empty() && words.stream().allMatch(word -> begins(word, key));
    }

    /** Whether at least one word begins one of some folded names. */
    public boolean someIn(List<String> keys) {
        return keys.stream().anyMatch(key -> words.stream().anyMatch(word -> begins(word, key)));
    }

    private Optional<Match> ofKey(String key) {
        if (empty()) return Optional.empty();
        if (key.equals(text)) return Optional.of(Match.EXACT);
        if (key.startsWith(text)) return Optional.of(Match.PREFIX);
        if (mentionedIn(key)) return Optional.of(Match.WORDS);
        return words.stream().allMatch(word -> word.length() < INSIDE ? begins(word, key) : key.contains(word))
                ? Optional.of(Match.PART)
                : Optional.empty();
    }

    private static boolean begins(String word, String key) {
        return (" " + key).contains(" " + word);
    }

    /**
     * The patterns of SQL's LIKE that a folded name with a blank before it fits: {@code % an%}, {@code %nguyen%}. They
     * hold letters and digits only. The longest is the first, because an index of trigrams reads the fewest rows for it.
     */
    public List<String> patterns() {
        return words.stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(word -> word.length() < INSIDE ? "% " + word + "%" : "%" + word + "%")
                .toList();
    }

    /** The words without those that name the kind of thing, unless nothing would be left: {@code a1} of "sạp A1". */
    public SearchWords without(String... kinds) {
        List<String> named = Stream.of(kinds).map(NameSearchKey::of).toList();
        List<String> rest = words.stream().filter(word -> !named.contains(word)).toList();
        return rest.isEmpty() ? this : new SearchWords(String.join(" ", rest), rest);
    }
}

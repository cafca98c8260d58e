package vn.thucchat.foundation.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * Knows columns and choices by their words in any of our languages, without marks, units and brackets: {@code "Ngày đến
 * (dd/mm/yyyy)"} is {@code ngay den}.
 */
final class ColumnTitles {

    private final List<Texts> languages;
    /** By message key, what it says in each language. */
    private final Map<String, List<String>> words = new HashMap<>();

    ColumnTitles(List<Texts> languages) {
        this.languages = languages;
    }

    /** What each is called, in all languages. */
    <T> Map<String, T> of(List<T> all, Function<T, String> key) {
        var found = new HashMap<String, T>();
        for (T each : all)
            for (String word : words.computeIfAbsent(key.apply(each), this::words)) found.put(word, each);
        return found;
    }

    private List<String> words(String key) {
        return languages.stream().map(t -> bare(t.of(key))).toList();
    }

    /** By its words, or by how only one's words begin. */
    static <T> Optional<T> meant(Map<String, T> words, String typed) {
        String sought = bare(typed);
        T exactly = words.get(sought);
        if (exactly != null) return Optional.of(exactly);
        List<T> begun = words.entrySet().stream()
                .filter(known -> known.getKey().startsWith(sought + " "))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    /** A title without its unit, which stands in brackets or after a stroke. */
    static String bare(String title) {
        return VietnameseText.fold(title.replaceAll("\\(.*?\\)|/.*", " "));
    }
}

package vn.thucchat.foundation.search.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.MessageFiles;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Gathers the words that the rooms' texts explain: {@code glossary.boundaries} and {@code glossary.boundaries.text}. */
@Component
public class Glossary {

    private static final String START = "glossary.";
    private static final String ENDING = ".text";

    private final List<String> keys = MessageFiles.basenames().stream()
            .flatMap(name -> ResourceBundle.getBundle(name, Locale.ROOT).keySet().stream())
            .filter(key -> key.startsWith(START) && key.endsWith(ENDING))
            .map(key -> key.substring(START.length(), key.length() - ENDING.length()))
            .toList();

    /** @param key {@code boundaries} */
    public record Term(String key, String name, String text) {

        public String url() {
            return "/glossary#" + key;
        }
    }

    /** Every word in the reader's language, in the order of names. */
    List<Term> terms(Texts t) {
        return keys.stream()
                .map(key -> new Term(key, t.of(START + key), t.of(START + key + ENDING)))
                .sorted(Comparator.comparing(Term::name, VietnameseText.ORDER))
                .toList();
    }
}

package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.Rendering;

/** Whatever is said in one language is said in the other, and whatever is asked for is there. */
@NullMarked
class MessagesTests {

    private static final Pattern ASKED = Pattern.compile(
            "(?:(?:\\bt|\\bt\\(\\)|\\btexts)\\.of\\(|\\bkey = |Problem\\.(?:notFound|conflict|tooLarge)\\("
                    + "|Problem\\.bad\\(\\s*\"[^\"]*\",|Problem\\.tooMany\\([^\"]*?,)\\s*\"([\\w.-]+)\"(\\s*\\+)?");

    /** The name of an act: its module, then what was done, in the past tense. */
    private static final Pattern ACT = Pattern.compile(
            "\"((?:identity|units|calendar|indicators|payments|market)\\.(?:[a-z]+(?:-[a-z]+)+|[a-z]+ed))\"");

    @Test
    void both_languages_say_the_same_things() throws IOException {
        for (String basename : Rendering.basenames())
            assertThat(outOfStep(read(basename + ".properties"), read(basename + "_en.properties")))
                    .as(basename)
                    .isEmpty();
    }

    @Test
    void no_key_is_in_two_files() throws IOException {
        var seen = new HashSet<Object>();
        for (String basename : Rendering.basenames())
            for (Object key : read(basename + ".properties").keySet())
                assertThat(seen.add(key)).as(basename + ": " + key).isTrue();
    }

    /** {@link Properties} keeps the last and says nothing. */
    @Test
    void no_key_is_twice_in_a_file() throws IOException {
        for (String basename : Rendering.basenames())
            for (String file : List.of(basename + ".properties", basename + "_en.properties"))
                assertThat(twice(Files.readAllLines(Path.of("src/main/resources", file))))
                        .as(file)
                        .isEmpty();
        assertThat(twice(List.of("a.b=1", "# a.b=", "a.c=2", "a.b=3"))).containsExactly("a.b");
    }

    private static List<String> twice(List<String> lines) {
        var seen = new HashSet<String>();
        return lines.stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(key -> !seen.add(key))
                .toList();
    }

    @Test
    void messages_with_arguments_double_their_apostrophes() throws IOException {
        for (String basename : Rendering.basenames())
            for (String file : List.of(basename + ".properties", basename + "_en.properties"))
                read(file).forEach((key, text) -> {
                    if (text.toString().contains("{0}"))
                        assertThat(text.toString().replace("''", ""))
                                .as(file + ": " + key)
                                .doesNotContain("'");
                });
    }

    @Test
    void every_message_asked_for_exists() throws IOException {
        var known = new HashSet<String>();
        for (String basename : Rendering.basenames())
            known.addAll(read(basename + ".properties").stringPropertyNames());
        var missing = new TreeSet<String>();
        for (Path file : sources()) missing.addAll(missing(Files.readString(file), known));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_act_that_is_logged_has_words() throws IOException {
        var known = new HashSet<String>();
        for (String basename : Rendering.basenames())
            known.addAll(read(basename + ".properties").stringPropertyNames());
        var logged = new TreeSet<String>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            if (source.contains("AccessLog") || source.contains("RefusalLog"))
                ACT.matcher(source).results().map(found -> found.group(1)).forEach(logged::add);
        }
        assertThat(logged).as("the premise: acts are found").contains("identity.signed-in", "units.imported");
        assertThat(logged).allMatch(act -> known.contains("action." + act) || known.contains(act));
    }

    @Test
    void the_guard_bites() {
        var vietnamese = new Properties();
        vietnamese.setProperty("a.b", "một");
        var english = new Properties();
        english.setProperty("a.c", "one");
        assertThat(outOfStep(vietnamese, english)).containsExactly("a.b", "a.c");
        var known = Set.of("a.b");
        assertThat(missing(
                        "${t.of(\"a.b\")} ${c.t().of(\"a.x\", 1)} ${t.of(\"y.\" + code)} t.of(\"a.\" + code)", known))
                .containsExactly("a.x", "y.");
        assertThat(missing("throw Problem.bad(\"period\", \"no.such\", x)", known))
                .containsExactly("no.such");
    }

    private static Set<String> outOfStep(Properties one, Properties other) {
        var different = new TreeSet<>(one.stringPropertyNames());
        different.addAll(other.stringPropertyNames());
        different.removeIf(key -> one.containsKey(key) && other.containsKey(key));
        // English tells one from several, Vietnamese does not
        different.removeIf(
                key -> key.endsWith(".one") && other.containsKey(key) && one.containsKey(key.replace(".one", "")));
        return different;
    }

    /** A key that is put together needs at least one message that begins so. */
    private static Set<String> missing(String source, Set<String> known) {
        var missing = new TreeSet<String>();
        var asked = ASKED.matcher(source);
        while (asked.find()) {
            String key = asked.group(1);
            boolean found = asked.group(2) == null
                    ? known.contains(key)
                    : known.stream().anyMatch(message -> message.startsWith(key));
            if (!found) missing.add(key);
        }
        return missing;
    }

    private static List<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (String folder : List.of("src/main/jte", "src/main/java"))
            try (var paths = Files.walk(Path.of(folder))) {
                paths.filter(Files::isRegularFile).forEach(files::add);
            }
        assertThat(files).as("the premise: there are sources").hasSizeGreaterThan(10);
        return files;
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            properties.load(reader);
        }
        return properties;
    }
}

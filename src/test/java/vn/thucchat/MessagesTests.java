package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Whatever is said in one language is said in the other, and whatever is asked for is there. */
@NullMarked
class MessagesTests {

    private static final Pattern ASKED = Pattern.compile(
            "(?:(?:\\bt|\\bt\\(\\)|\\btexts)\\.of\\(|\\bkey = |Problem\\.(?:notFound|conflict|tooLarge)\\("
                    + "|Problem\\.bad\\(\\s*\"[^\"]*\",|Problem\\.tooMany\\([^\"]*?,)\\s*\"([\\w.-]+)\"(\\s*\\+)?");

    private static final Pattern PREFIX = Pattern.compile("\"([\\w.-]+\\.)\"\\s*\\+");

    /** The constants of each enum of the house. */
    private static final List<Set<String>> ENUMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.thucchat").stream()
                    .filter(JavaClass::isEnum)
                    .map(type -> type.getFields().stream()
                            .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                            .map(JavaMember::getName)
                            .collect(Collectors.toSet()))
                    .toList();

    /** The name of an act: its module or corridor, then what was done, in the past tense. */
    private static final Pattern ACT =
            Pattern.compile("\"((?:" + String.join("|", places()) + ")\\.(?:[a-z]+(?:-[a-z]+)+|[a-z]+ed))\"");

    /** The last words of the modules' names and of the corridors that they are in. */
    private static Set<String> places() {
        var words = new TreeSet<String>();
        for (var module : ApplicationModules.of(ThucChat.class))
            words.addAll(List.of(module.getIdentifier().toString().split("\\.", -1)));
        return words;
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        for (String basename : basenames())
            assertThat(outOfStep(read(basename + ".properties"), read(basename + "_en.properties")))
                    .as(basename)
                    .isEmpty();
    }

    @Test
    void no_key_is_in_two_files() throws IOException {
        var seen = new HashSet<Object>();
        for (String basename : basenames())
            for (Object key : read(basename + ".properties").keySet())
                assertThat(seen.add(key)).as(basename + ": " + key).isTrue();
    }

    /** {@link Properties} keeps the last and says nothing. */
    @Test
    void no_key_is_twice_in_a_file() throws IOException {
        for (String basename : basenames())
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
        for (String basename : basenames())
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
        for (String basename : basenames())
            known.addAll(read(basename + ".properties").stringPropertyNames());
        var missing = new TreeSet<String>();
        for (Path file : sources()) missing.addAll(missing(Files.readString(file), known));
        assertThat(missing).isEmpty();
    }

    /** Constants that are never shown: a family of messages of an enum has one for each of the others. */
    private static final Map<String, Set<String>> NEVER_SHOWN = Map.of(
            "payments.why.", Set.of("IGNORED_DEBIT"),
            "till.hook.advice.", Set.of("BY_HAND", "FAILING", "TAKEN"),
            "till.hook.trouble.", Set.of("BY_HAND"),
            "till.sale.", Set.of("OVER"));

    /** A key that is put together of a prefix and a constant would else be missed by the first reader who meets it. */
    @Test
    void a_family_of_messages_has_one_for_each_constant_of_its_enum() throws IOException {
        var known = new HashSet<String>();
        for (String basename : basenames())
            known.addAll(read(basename + ".properties").stringPropertyNames());
        var prefixes = new TreeSet<String>();
        for (Path file : sources())
            PREFIX.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(prefixes::add);
        assertThat(prefixes).as("premise").contains("market.charge.");
        var missing = new TreeSet<String>();
        for (String prefix : prefixes)
            for (String constant : unsaid(prefix, known))
                if (!NEVER_SHOWN.getOrDefault(prefix, Set.of()).contains(constant)) missing.add(prefix + constant);
        assertThat(missing).isEmpty();
        known.remove("market.charge.RENT");
        assertThat(unsaid("market.charge.", known)).as("the counter-example").containsExactly("RENT");
    }

    /** The constants without a message of the enum that has most of them; none where some enum has all. */
    private static Set<String> unsaid(String prefix, Set<String> known) {
        Set<String> closest = Set.of();
        int most = 0;
        for (Set<String> constants : ENUMS) {
            var without = new TreeSet<>(constants);
            without.removeIf(constant -> known.contains(prefix + constant));
            int with = constants.size() - without.size();
            if (with < 2 || with * 2 < constants.size()) continue;
            if (without.isEmpty()) return Set.of();
            if (with > most) {
                most = with;
                closest = without;
            }
        }
        return closest;
    }

    @Test
    void every_act_that_is_logged_has_words() throws IOException {
        var known = new HashSet<String>();
        for (String basename : basenames())
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

    /** {@code messages/market}, of every file of the application. */
    private static List<String> basenames() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
                    .map(name -> "messages/" + name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
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

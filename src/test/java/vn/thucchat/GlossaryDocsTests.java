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
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} is what the rooms' {@code docs/glossary/<room>.txt} say; when it is not, this writes it. */
@NullMarked
class GlossaryDocsTests {

    private static final Path WHOLE = Path.of("docs/glossary.md");
    private static final Path ROOMS = Path.of("docs/glossary");

    private static final String HEAD = """
            # Glossary

            Made of the rooms' lines in [`glossary/`](glossary/), in the order of [the house](house.md).

            | in the code | tiếng Việt | meaning | room |
            | --- | --- | --- | --- |
            """;

    private static final Pattern ROOM = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern SHOWN = Pattern.compile("tag\\.term\\([^)]*word = \"([a-z-]+)\"");

    /** @param code as written: {@code accept, send back, publish} */
    private record Line(String room, String code, String vietnamese, String meaning) {

        static Line parse(String room, String line) {
            String[] parts = line.split(" \\| ", -1);
            assertThat(parts)
                    .as("a line of docs/glossary/%s.txt: %s", room, line)
                    .hasSize(3);
            return new Line(room, parts[0], parts[1], parts[2]);
        }

        /** Each word by itself: {@code send back}; {@code points} of "variance (points)". */
        Stream<String> words() {
            return Stream.of(code.split("[,()]")).map(String::strip).filter(word -> !word.isEmpty());
        }
    }

    @Test
    void the_glossary_is_what_the_rooms_say() throws IOException {
        var text = new StringBuilder(HEAD);
        for (Line line : lines())
            text.append("| %s | %s | %s | `%s` |\n".formatted(line.code, line.vietnamese, line.meaning, line.room));
        String kept = Files.readString(WHOLE);
        if (!kept.contentEquals(text)) Files.writeString(WHOLE, text);
        assertThat(kept)
                .as("docs/glossary.md was out of date and has been written anew: commit it")
                .isEqualTo(text.toString());
    }

    @Test
    void every_file_of_words_is_of_a_room() throws IOException {
        try (var files = Files.list(ROOMS)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".txt", "")))
                    .isNotEmpty()
                    .isSubsetOf(rooms());
        }
    }

    /** What pages explain and what the code says are one vocabulary. */
    @Test
    void words_that_pages_explain_are_words_of_the_code() throws IOException {
        Set<String> explained = explained();
        var known = new HashSet<String>();
        for (Line line : lines())
            line.words().map(word -> word.replace(' ', '-')).forEach(known::add);
        assertThat(explained).as("premise").contains("boundaries", "points");
        assertThat(known).containsAll(explained).doesNotContain("landmark");
    }

    /** The key is put together in the tag, where no other guard sees it. */
    @Test
    void a_word_that_a_page_explains_has_its_texts() throws IOException {
        var shown = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                SHOWN.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(shown::add);
        }
        assertThat(shown).hasSizeGreaterThan(6).isSubsetOf(explained());
    }

    private static List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        for (String room : rooms()) {
            Path file = ROOMS.resolve(room + ".txt");
            if (Files.exists(file)) for (String line : Files.readAllLines(file)) lines.add(Line.parse(room, line));
        }
        return lines;
    }

    private static List<String> rooms() throws IOException {
        return ROOM.matcher(Files.readString(Path.of("docs/house.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Set<String> explained() throws IOException {
        var words = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".properties"))
                    .toList()) {
                var texts = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                texts.stringPropertyNames().stream()
                        .filter(key -> key.matches("glossary\\..+\\.text"))
                        .map(key -> key.replaceAll("^glossary\\.|\\.text$", ""))
                        .forEach(words::add);
            }
        }
        return words;
    }
}

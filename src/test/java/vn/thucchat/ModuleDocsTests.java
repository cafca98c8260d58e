package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules' canvases in {@code docs/modules} are those of today's code; when they are not, this writes them. */
@NullMarked
class ModuleDocsTests {

    private static final Path KEPT = Path.of("docs/modules");

    @Test
    void the_canvases_are_up_to_date() throws IOException {
        Path drawn = Path.of("target/module-docs");
        new Documenter(
                        ApplicationModules.of(ThucChat.class),
                        Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModuleCanvases();
        Map<String, String> today = read(drawn);
        assertThat(today).isNotEmpty();
        Map<String, String> kept = Files.exists(KEPT) ? read(KEPT) : Map.of();
        if (!kept.equals(today)) {
            Files.createDirectories(KEPT);
            for (String name : kept.keySet()) Files.deleteIfExists(KEPT.resolve(name));
            for (var file : today.entrySet()) Files.writeString(KEPT.resolve(file.getKey()), file.getValue());
        }
        assertThat(kept)
                .as("docs/modules was out of date and has been written anew: commit it")
                .isEqualTo(today);
    }

    @Test
    void the_map_of_the_house_names_every_room_and_no_other() throws IOException {
        var named = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/house.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named)
                .as("docs/house.md")
                .containsExactlyInAnyOrderElementsOf(ApplicationModules.of(ThucChat.class).stream()
                        .map(room -> room.getIdentifier().toString())
                        .toList());
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".adoc")).toList())
                texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }
}

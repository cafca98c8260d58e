package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;
import vn.thucchat.foundation.database.Transitions;

/** {@code docs/states} draws every life cycle from the table that the statements bind; it is written anew when it differs. */
@NullMarked
class LifeCyclesTests {

    private static final Path DRAWINGS = Path.of("docs/states");

    private enum Door {
        OPEN,
        SHUT,
        LOCKED
    }

    @Test
    void a_table_says_what_may_be_done_when() {
        var life = Transitions.from(Door.OPEN)
                .act("paint", Door.OPEN, Door.OPEN)
                .act("shut", Door.SHUT, Door.OPEN)
                .act("lock", Door.LOCKED, Door.OPEN, Door.SHUT);
        assertThat(life.before("lock")).containsExactly("OPEN", "SHUT");
        assertThat(life.after(Door.OPEN)).containsExactly(Door.SHUT, Door.LOCKED);
        assertThat(life.after(Door.LOCKED)).isEmpty();
        assertThatThrownBy(() -> life.before("burn")).isInstanceOf(IllegalArgumentException.class);
        assertThat(life.diagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> OPEN
                    OPEN --> SHUT: shut
                    OPEN --> LOCKED: lock
                    SHUT --> LOCKED: lock
                    LOCKED --> [*]
                """);
    }

    @Test
    void the_drawings_in_the_docs_are_the_tables() throws Exception {
        Map<String, String> drawn = new TreeMap<>();
        tables().forEach((name, life) -> drawn.put(name + ".md", """
                # The life of a %s

                Drawn by `LifeCyclesTests` from the table of the code.

                ```mermaid
                %s```
                """.formatted(name, life.diagram())));
        assertThat(drawn).as("premise").containsKeys("submission.md", "explanation.md");
        Map<String, String> there = read();
        if (there.equals(drawn)) return;
        for (String old : there.keySet()) Files.delete(DRAWINGS.resolve(old));
        for (var drawing : drawn.entrySet()) Files.writeString(DRAWINGS.resolve(drawing.getKey()), drawing.getValue());
        assertThat(there)
                .as("docs/states was out of date and has been written anew: commit it")
                .isEqualTo(drawn);
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> there = new TreeMap<>();
        try (var files = Files.list(DRAWINGS)) {
            for (Path file : files.toList()) there.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        return there;
    }

    /** Of each enum {@code State} with a constant {@code LIFE}, by the name of what lives so. */
    private static Map<String, Transitions<?>> tables() throws IllegalAccessException {
        var tables = new TreeMap<String, Transitions<?>>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(
                (reader, readers) -> reader.getClassMetadata().getClassName().endsWith("$State"));
        for (var found : scanner.findCandidateComponents("vn.thucchat")) {
            Class<?> state = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            for (var field : state.getDeclaredFields())
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Transitions.class) {
                    field.setAccessible(true);
                    tables.put(
                            state.getEnclosingClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                            (Transitions<?>) field.get(null));
                }
        }
        return tables;
    }
}

package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Files and rooms stay small. The numbers here are what there is: they go down and never up. */
@NullMarked
class RoomSizeTests {

    /** Lines that all but one file in twenty are under; 180 is the aim. */
    private static final int P95 = 194;

    private static final int LONGEST = 300;

    /** Files that are longer, to be cut by what belongs together: none. */
    private static final Map<String, Integer> LONGER = Map.of();

    /** What other rooms may call. */
    private static final int MOST_PUBLIC = 12;

    /** Rooms with more public types in their base package, to be split or closed. */
    private static final Map<String, Integer> WIDER = Map.ofEntries(
            // the names of its roles are one of them
            Map.entry("foundation.calendar", 13),
            // what administrators do: one type for each of their acts, of which the room of leavers has one
            Map.entry("foundation.identity.accounts", 14),
            // what every page is made of: forms and their results, lists, tables and what is chosen in them
            Map.entry("foundation.pages", 29),
            // cells, rows and what is wrong with them, read and written
            Map.entry("foundation.sheets", 15),
            // clocks of rows and hashes that several rooms need
            Map.entry("foundation.database", 13),
            // what the neighbours of the corridor post, ask for and book
            Map.entry("foundation.money.payments", 18),
            // besides sign-ins: the grant and the keys of wallets, which the room of credentials above it uses
            Map.entry("foundation.identity.provider", 14));

    @Test
    void files_fit_in_the_head() throws IOException {
        var lines = new TreeMap<String, Integer>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList())
                lines.put(
                        Path.of("src/main/java/vn/thucchat").relativize(file).toString(),
                        Files.readAllLines(file).size());
        }
        List<Integer> sorted = lines.values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() * 95 / 100)).as("p95").isLessThanOrEqualTo(P95);
        assertThat(over(lines, LONGEST, LONGER)).isEmpty();
        assertThat(over(lines, 10, Map.of())).as("the counter-example").isNotEmpty();
    }

    @Test
    void a_room_shows_few_types_to_others() {
        var types = new TreeMap<String, Integer>();
        var classes = new ClassFileImporter().importPackages("vn.thucchat");
        for (var room : ApplicationModules.of(ThucChat.class)) {
            String base = room.getBasePackage().getName();
            types.put(room.getIdentifier().toString(), (int) classes.stream()
                    .filter(type -> type.getPackageName().equals(base) && isApi(type))
                    .count());
        }
        assertThat(types).as("premise").containsKeys("economy.market.till", "foundation.pages");
        assertThat(over(types, MOST_PUBLIC, WIDER)).isEmpty();
        assertThat(over(types, 1, Map.of())).as("the counter-example").isNotEmpty();
    }

    private static boolean isApi(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getSource()
                        .filter(source -> source.getUri().toString().contains("test-classes"))
                        .isEmpty();
    }

    /** What is above the limit and above what is conceded to it, and what no longer needs its concession. */
    private static Map<String, String> over(Map<String, Integer> sizes, int limit, Map<String, Integer> conceded) {
        var found = new TreeMap<String, String>();
        sizes.forEach((name, size) -> {
            int most = conceded.getOrDefault(name, limit);
            if (size > Math.max(most, limit)) found.put(name, size + " instead of " + most);
        });
        conceded.forEach((name, most) -> {
            if (sizes.getOrDefault(name, 0) <= limit) found.put(name, "take it off the list");
        });
        return found;
    }
}

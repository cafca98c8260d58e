package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What docs/security.md names as a proof is there. */
@NullMarked
class SecurityPageTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)`");

    @Test
    void every_test_that_the_page_names_exists() throws IOException {
        Set<String> named = NAMED.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).as("premise").hasSizeGreaterThan(30);
        try (var files = Files.walk(Path.of("src/test/java"))) {
            Set<String> there = files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
            named.removeAll(there);
        }
        assertThat(named).as("missing").isEmpty();
    }
}

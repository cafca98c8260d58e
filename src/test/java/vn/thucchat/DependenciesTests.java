package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Every direct dependency stands in docs/dependencies.md with the version that is used, and nothing else does. */
@NullMarked
class DependenciesTests {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*(?:<version>([^<]+)</version>)?");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)`[^|]*\\| (\\S+) \\|");

    @Test
    void the_page_lists_what_the_build_uses() throws IOException {
        String pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        assertThat(differences(pom, Files.readString(Path.of("docs/dependencies.md")))).isEmpty();
    }

    @Test
    void the_comparison_bites() {
        String pom = "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>2</version></dependency>";
        assertThat(differences(pom, "| `a` | 2 | why |")).isEmpty();
        assertThat(differences(pom, "| `a` | 1 | why |")).containsExactly("a is 2, listed as [1]");
        assertThat(differences(pom, "")).containsExactly("a is not listed");
        assertThat(differences("", "| `a` | 2 | why |")).containsExactly("a is not used");
    }

    @Test
    void the_build_makes_the_list_of_all_parts_and_the_same_bytes_each_time() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>cyclonedx-maven-plugin</artifactId>", "<project.build.outputTimestamp>");
    }

    private static List<String> differences(String pom, String page) {
        var differences = new ArrayList<String>();
        Set<String> used = new TreeSet<>();
        List<MatchResult> listed = LISTED.matcher(page).results().toList();
        for (var found : DEPENDENCY.matcher(pom).results().toList()) {
            String name = Objects.requireNonNull(found.group(1));
            used.add(name);
            var versions = listed.stream().filter(line -> name.equals(line.group(1))).map(line -> line.group(2)).toList();
            String version = property(pom, found.group(2));
            if (versions.isEmpty()) differences.add(name + " is not listed");
            else if (!version.isEmpty() && !versions.contains(version))
                differences.add(name + " is " + version + ", listed as " + versions);
        }
        listed.stream()
                .map(line -> Objects.requireNonNull(line.group(1)))
                .distinct()
                .filter(name -> !used.contains(name))
                .forEach(name -> differences.add(name + " is not used"));
        return differences;
    }

    /** A version, or what the property that it names is set to; empty where it is Spring Boot's to choose. */
    private static String property(String pom, @org.jspecify.annotations.Nullable String version) {
        if (version == null) return "";
        if (!version.startsWith("${")) return version;
        String name = version.substring(2, version.length() - 1);
        return pom.replaceAll("(?s).*<" + Pattern.quote(name) + ">([^<]+)<.*", "$1");
    }
}

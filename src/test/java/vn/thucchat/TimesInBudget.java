package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests (phase {@code verify}): prints the seconds of every test class, slowest first, and refuses a
 * class that takes too many. A class may take {@value #SECONDS} s, and {@value #NOISE} times that on one run, for it may
 * have waited for the machine; on a machine on which all take longer than {@value #ALL} s, more in proportion. Exceptions are lines of {@code src/test/slow.txt}: class, seconds, why.
 */
@NullMarked
class TimesInBudget {

    private static final double SECONDS = 15;
    /** By so much the seconds of one class differ from run to run. */
    private static final double NOISE = 1.5;
    /** What all classes took together on two cores, in seconds. */
    private static final double ALL = 480;
    /** However slow the machine is: the tests are run before every push. */
    private static final double AT_MOST = 40 * 60;
    /** A ratchet: it goes down only. */
    private static final int MOST_EXCEPTIONS = 9;

    private static final Path REPORTS = Path.of("target/surefire-reports");
    private static final Path EXCEPTIONS = Path.of("src/test/slow.txt");

    @Test
    void no_class_takes_longer_than_it_may() throws Exception {
        Map<String, Double> took = took();
        Map<String, Double> exceptions = exceptions();
        double all = took.values().stream().mapToDouble(it -> it).sum();
        took.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .filter(it -> it.getValue() >= 1)
                .forEach(it -> System.out.printf(Locale.ROOT, "%7.1f s  %s%n", it.getValue(), it.getKey()));
        System.out.printf(Locale.ROOT, "%7.1f s  all %d classes%n", all, took.size());
        assertThat(all).as("all classes, in seconds").isLessThan(AT_MOST);
        assertThat(over(took, exceptions)).as("test classes over their seconds").isEmpty();
    }

    @Test
    void exceptions_are_few_and_name_a_class_and_a_reason() throws Exception {
        assertThat(exceptions()).hasSizeLessThanOrEqualTo(MOST_EXCEPTIONS);
        for (String name : exceptions().keySet())
            assertThat(Path.of("src/test/java", name.replace('.', '/') + ".java"))
                    .exists();
    }

    @Test
    void a_class_that_takes_too_long_is_found_and_a_slow_machine_is_not_blamed() {
        var exceptions = Map.of("a.Listed", 60.0);
        assertThat(over(Map.of("a.Slow", 23.0, "a.Listed", 89.0, "a.Fast", 22.0), exceptions))
                .hasSize(1)
                .allMatch(it -> it.startsWith("a.Slow"));
        assertThat(over(Map.of("a.Listed", 91.0), exceptions)).hasSize(1);
        assertThat(over(Map.of("a.All", 2 * ALL, "a.Slow", 29.0), exceptions)).allMatch(it -> it.startsWith("a.All"));
    }

    private static List<String> over(Map<String, Double> took, Map<String, Double> exceptions) {
        double slower =
                NOISE * Math.max(1, took.values().stream().mapToDouble(it -> it).sum() / ALL);
        return took.entrySet().stream()
                .filter(it -> it.getValue() > slower * exceptions.getOrDefault(it.getKey(), SECONDS))
                .map(it -> String.format(Locale.ROOT, "%s: %.1f s", it.getKey(), it.getValue()))
                .sorted()
                .toList();
    }

    /** Seconds by class, as the build reports them. */
    private static Map<String, Double> took() throws Exception {
        var took = new TreeMap<String, Double>();
        var reports = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(REPORTS, "TEST-*.xml")) {
            files.forEach(reports::add);
        }
        assertThat(reports).as("premise: reports of the tests").hasSizeGreaterThan(200);
        for (Path report : reports) {
            var suite = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            took.put(suite.getAttribute("name"), Double.valueOf(suite.getAttribute("time")));
        }
        return took;
    }

    private static Map<String, Double> exceptions() throws IOException {
        var exceptions = new TreeMap<String, Double>();
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            if (line.startsWith("#")) continue;
            String[] words = line.split(" ", 3);
            assertThat(words).as("class, seconds, why: %s", line).hasSize(3);
            exceptions.put(words[0], Double.valueOf(words[1]));
        }
        return exceptions;
    }
}

package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** Applications that the tests start: each takes seconds, memory and connections for the rest of the run. */
@NullMarked
class ContextsTests {

    /** The application with all fixtures, and the demonstration. */
    private static final int MOST = 2;

    @Test
    void the_tests_share_few_applications() {
        var classes = new TreeMap<String, TreeSet<String>>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Tests|Journey)")));
        for (var found : scanner.findCandidateComponents("vn.thucchat")) {
            Class<?> test = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            if (AnnotatedElementUtils.hasAnnotation(test, SpringBootTest.class))
                classes.computeIfAbsent(key(test), key -> new TreeSet<>()).add(test.getSimpleName());
        }
        assertThat(classes.values().stream().flatMap(TreeSet::stream))
                .as("premise")
                .hasSizeGreaterThan(50);
        assertThat(classes.values()).as("one line for each application").hasSizeLessThanOrEqualTo(MOST);
    }

    /** Tests of one key share their application. */
    private static String key(Class<?> test) {
        var context = new TestContextManager(test).getTestContext();
        var merged = ReflectionTestUtils.getField(context, "mergedConfig");
        return Integer.toHexString(((MergedContextConfiguration) java.util.Objects.requireNonNull(merged)).hashCode());
    }
}

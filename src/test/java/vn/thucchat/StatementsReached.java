package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import vn.thucchat.testing.TestDatabase;

/**
 * A statement without a test does not exist: runs after all other tests (phase {@code verify}) and compares the
 * statements of the stores with what the server of the run executed.
 */
@NullMarked
class StatementsReached {

    /** Begins an entry of the server's log; an entry goes on over lines that begin with a tabulator. */
    private static final Pattern ENTRY =
            Pattern.compile("^(?:LOG: {2}(?:execute [^:]*|statement): )(.*)$", Pattern.DOTALL);

    @Test
    void every_statement_of_every_store_was_executed_by_a_test() throws Exception {
        Set<String> executed = executed();
        Map<String, Set<String>> unreached = new TreeMap<>();
        for (Class<?> store : stores())
            for (String sql : statements(store)) {
                String statement = normal(positional(sql));
                // what others are made of is reached with them
                if (executed.stream().noneMatch(one -> one.contains(statement)))
                    unreached
                            .computeIfAbsent(store.getSimpleName(), _ -> new TreeSet<>())
                            .add(statement);
            }
        assertThat(unreached).isEmpty();
    }

    @Test
    void a_statement_that_no_test_executes_is_missed() throws Exception {
        assertThat(executed())
                .contains(normal("SELECT position, as_of, facts, without_hours\n  FROM rollups.roll_up_position"))
                .doesNotContain("SELECT position FROM rollups.roll_up_position");
    }

    private static String positional(String sql) {
        return NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
    }

    private static Set<String> executed() throws IOException {
        var executed = new HashSet<String>();
        for (Path log : TestDatabase.Statements.logs()) read(log, executed);
        return executed;
    }

    private static void read(Path file, Set<String> executed) throws IOException {
        // a reader that passes over what is not UTF-8: hostile input is logged too
        try (var log = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var entry = new StringBuilder();
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (!line.startsWith("\t")) {
                    keep(entry, executed);
                    entry.setLength(0);
                }
                entry.append(line).append('\n');
            }
            keep(entry, executed);
        }
    }

    private static void keep(StringBuilder entry, Set<String> executed) {
        var found = ENTRY.matcher(entry);
        if (found.matches()) executed.add(normal(found.group(1)));
    }

    /** White space and the names of parameters do not matter. */
    private static String normal(String sql) {
        return sql.replaceAll("\\$\\d+", "?")
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")")
                .strip();
    }

    static List<Class<?>> stores() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Store")));
        var stores = new ArrayList<Class<?>>();
        for (var found : scanner.findCandidateComponents("vn.thucchat"))
            stores.add(Class.forName(found.getBeanClassName()));
        return stores;
    }

    static List<String> statements(Class<?> store) {
        return Stream.of(store.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    field.setAccessible(true);
                    try {
                        return String.valueOf(field.get(null)).strip();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(sql -> sql.matches("(?s)(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*"))
                .toList();
    }
}

package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What is kept here could be read anywhere by anyone: templates keep the strict policy, files keep no secrets. */
@NullMarked
class RepositoryTests {

    /** Inline styles, handlers and scripts, which the Content-Security-Policy forbids. */
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle\\s*=|<style|\\son[a-z]+\\s*=\\s*\"|<script(?![^>]*\\ssrc=)|javascript:");

    private static final Pattern LOCAL = Pattern.compile(String.join(
            "|",
            "/root" + "/",
            "/home" + "/[a-z]",
            "/work" + "/(main|shared|wt|\\.)",
            "/tmp" + "/",
            "[A-Z]:\\\\" + "Users",
            "artifac" + "tory",
            "nex" + "us[.:/]",
            "repo1?\\.maven" + "\\.",
            "-----BEGIN [A-Z ]*PRIVATE" + " KEY",
            "\\bAKIA" + "[0-9A-Z]{16}\\b",
            "\\bgh[pousr]" + "_[0-9A-Za-z]{20,}",
            "\\bglpat" + "-[\\w-]{10,}"));

    /**
     * What takes the hour, the zone or the language of the machine. Code takes its time from the injected {@code
     * InstantSource}, tests from {@code TestTime}, SQL from a parameter; days are {@code BusinessTime.day(...)}.
     */
    private static final Pattern MACHINE = Pattern.compile(String.join(
            "|",
            "\\b(Instant|Local(Date|Time|DateTime)|(Zoned|Offset)DateTime|Year|YearMonth|MonthDay)\\.now\\(",
            "\\b(Clock|InstantSource)\\.system",
            "\\bSystem\\.currentTimeMillis",
            "\\b(ZoneId\\.systemDefault|TimeZone\\.getDefault|Locale\\.getDefault|Charset\\.defaultCharset)",
            "\\.to(Lower|Upper)Case\\(\\)",
            "\\bString\\.format\\(\\s*\"",
            "\"[^\"\\n]*%[-#+ 0(\\d]*(,|\\.\\d)[^\"\\n]*\"\\s*\\.formatted\\(",
            "\\bofPattern\\(\"[^\"]*\"\\)",
            "\\b(NumberFormat\\.get\\w*Instance|(Collator|DecimalFormatSymbols)\\.getInstance)\\(\\)",
            "\\bnew DecimalFormat\\(\"[^\"]*\"\\)",
            "\\b(current_(date|time|timestamp)|CURRENT_(DATE|TIME|TIMESTAMP))\\b",
            "\\b(localtime|LOCALTIME|localtimestamp|LOCALTIMESTAMP)\\b",
            "\\b(clock|statement|transaction)_timestamp\\b",
            "'(now|today|yesterday|tomorrow)'::",
            "(?<=[\\w.](at|_until))::date\\b"));

    /** Of SQL; a class may have a method of that name, which takes its clock's time. */
    private static final Pattern NOW = Pattern.compile("(?<![\\w.])(now|NOW)\\(\\)");

    /**
     * The one place where code, and the one where tests take the machine's clock; what restores a server by the times
     * that stand in its own log; a migration that has run; a benchmark that sets the language itself.
     */
    private static final Set<Path> OWN_CLOCK = Set.of(
            Path.of("src/main/java/vn/thucchat/foundation/database/BusinessTime.java"),
            Path.of("src/test/java/vn/thucchat/testing/TestTime.java"),
            Path.of("src/main/java/vn/thucchat/foundation/database/BaseBackup.java"),
            Path.of("src/test/java/vn/thucchat/foundation/database/RestoreTests.java"),
            Path.of("src/main/resources/db/migration/indicators/V0450__roll_ups.sql"),
            Path.of("src/test/java/vn/thucchat/foundation/rollups/FactsBench.java"),
            Path.of("src/test/java/vn/thucchat/RepositoryTests.java"));

    private static final Set<String> NOT_KEPT = Set.of(".git", "target", "data", ".idea", ".vscode");

    @Test
    void pages_carry_no_style_handler_or_script_of_their_own() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            var templates = files.filter(file -> file.toString().endsWith(".jte"))
                    .filter(file -> !file.toString().contains("paper"))
                    .toList();
            assertThat(templates).as("the premise: there are templates").isNotEmpty();
            for (var template : templates)
                assertThat(found(INLINE, Files.readString(template)))
                        .as(template.toString())
                        .isEmpty();
        }
    }

    @Test
    void no_file_names_this_machine_or_keeps_a_secret() throws IOException {
        for (var file : kept()) {
            try {
                assertThat(found(LOCAL, Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            } catch (MalformedInputException binary) {
                assertThat(file.toString()).as("only text and known binaries").doesNotEndWith(".java");
            }
        }
    }

    @Test
    void nothing_takes_the_hour_the_zone_or_the_language_of_the_machine() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var sources = files.filter(file -> file.toString().matches(".*\\.(java|sql|jte)"))
                    .filter(file -> !OWN_CLOCK.contains(file))
                    .toList();
            assertThat(sources).as("the premise: there are sources").isNotEmpty();
            for (var source : sources)
                assertThat(machine(Files.readString(source)))
                        .as(source.toString())
                        .isEmpty();
        }
        for (var own : OWN_CLOCK)
            assertThat(machine(Files.readString(own)))
                    .as("still an exception: " + own)
                    .isNotEmpty();
    }

    @Test
    void the_guards_bite() {
        assertThat(machine("""
                        SELECT current_date, now() - interval '1 day', opened_at::date, 'today'::date
                        Instant.now() name.toLowerCase() Clock.systemUTC() String.format("%d", 1) LocalDate.now(VIETNAM)""")).hasSize(9);
        assertThat(machine("page.now() :now name.toLowerCase(Locale.ROOT) valid_from::date clock.instant()"))
                .isEmpty();
        assertThat(found(INLINE, "<p style=\"color:red\">")).isNotEmpty();
        assertThat(found(INLINE, "<a onclick=\"x()\">")).isNotEmpty();
        assertThat(found(INLINE, "<script>x()</script>")).isNotEmpty();
        assertThat(found(INLINE, "<script src=\"/x.js\"></script><p class=\"on\">"))
                .isEmpty();
        assertThat(found(LOCAL, "see /ro" + "ot/.m2 and gh" + "p_0123456789abcdefghij"))
                .hasSize(2);
    }

    private static Set<String> machine(String source) {
        var found = found(MACHINE, source);
        if (!source.contains(" now() {")) found.addAll(found(NOW, source));
        return found;
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group());
        return found;
    }

    private static List<Path> kept() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(Path.of("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_KEPT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // In a linked working tree .git is a file.
                if (!NOT_KEPT.contains(file.getFileName().toString()) && attributes.size() < 2_000_000) files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}

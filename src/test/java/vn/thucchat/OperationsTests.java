package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yaml.snakeyaml.Yaml;
import vn.thucchat.testing.ApplicationTest;

/** The files of {@code operations/} speak of metrics that exist, and of variables that the README explains. */
@ApplicationTest
@NullMarked
class OperationsTests {

    private static final Path FOLDER = Path.of("operations");

    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:http_server|hikaricp|thucchat|payments|jvm|disk|delivery|work|process|system)_[a-z_]+\\b");

    /** Measured only where {@code BACKUP_DIR} names a folder: {@code BackupMetersTests} looks at them. */
    private static final Set<String> OF_BACKUPS =
            Set.of("thucchat_backup_age_seconds", "thucchat_backup_archive_failing");

    @Autowired
    MockMvc mvc;

    @Test
    void alerts_and_dashboard_name_only_what_is_measured() throws Exception {
        mvc.perform(get("/sign-in"));
        mvc.perform(post("/api/v1/payments/notifications/none"));
        String measured = mvc.perform(get("/actuator/prometheus"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var named = new TreeSet<String>();
        for (String file : List.of("alerts.yml", "grafana-dashboard.json"))
            METRIC.matcher(Files.readString(FOLDER.resolve(file))).results().forEach(found -> named.add(found.group()));
        assertThat(named).as("premise").hasSizeGreaterThan(10);
        named.removeAll(OF_BACKUPS);
        assertThat(named).allSatisfy(name -> assertThat(measured).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void each_alert_says_what_happened_and_the_handbook_what_to_do() throws Exception {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        String handbook = Files.readString(Path.of("docs/operations.md"));
        List<Map<String, Object>> rules =
                file.getOrDefault("groups", List.of()).getFirst().getOrDefault("rules", List.of());
        assertThat(rules).hasSizeGreaterThan(5);
        for (var rule : rules) {
            assertThat(rule.get("expr")).asString().isNotBlank();
            assertThat(String.valueOf(rule.get("annotations"))).contains(" · ");
            assertThat(handbook).contains("`" + rule.get("alert") + "`");
        }
    }

    @Test
    void every_variable_stands_in_the_readme() throws Exception {
        var read = new TreeSet<String>();
        Pattern.compile("\\$\\{([A-Z][A-Z_]+):")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .forEach(found -> read.add(found.group(1)));
        Pattern.compile("\\b([A-Z]{3,}(?:_[A-Z]+)+)=")
                .matcher(Files.readString(FOLDER.resolve("nginx.conf"))
                        + Files.readString(FOLDER.resolve("thucchat.service")))
                .results()
                .forEach(found -> read.add(found.group(1)));
        String readme = Files.readString(Path.of("README.md"));
        assertThat(read)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(readme.lines().filter(line -> line.startsWith("| `" + name + "` |")))
                        .as(name)
                        .hasSize(1));
    }
}

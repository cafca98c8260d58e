package vn.thucchat.steering.indicators.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.Visitor;

/** Files that are made when somebody asks for them: so many a minute for each person, and none that is not counted. */
@ApplicationTest
@NullMarked
class DownloadQuotaTests {

    private static final Path MAIN = Path.of("src/main/java");

    private static final Pattern FILE = Pattern.compile(
            "@GetMapping\\(\\{?\"[^)]*\\.(?:csv|xlsx|pdf|png|\\{ending})\"}?\\)(.*?)\n    }\n", Pattern.DOTALL);

    /** They read what was made before; and a drawing of a few hundred points. */
    private static final List<String> NOT_MADE = List.of("ReportFileController.java", "OwnChargesController.java");

    @Autowired
    MockMvc mvc;

    @Test
    void one_person_gets_so_many_a_minute_and_another_is_not_in_the_way() throws Exception {
        for (String path : List.of("/figures.csv?unit=19&period=2022", "/figures.xlsx?unit=19&period=2022")) {
            var one = person();
            for (int i = 0; i < Downloads.A_MINUTE; i++)
                assertThat(one.open(path).getStatus()).as(path).isEqualTo(200);
            var refused = one.open(path);
            assertThat(refused.getStatus()).as(path).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isNotNull();
            assertThat(person().open(path).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    void every_file_that_is_made_is_counted() throws IOException {
        var found = new ArrayList<String>();
        int files = 0;
        try (var sources = Files.walk(MAIN)) {
            for (Path source : sources.filter(p -> p.toString().endsWith("Controller.java"))
                    .toList()) {
                String name = source.getFileName().toString();
                var handlers = FILE.matcher(Files.readString(source));
                while (handlers.find()) {
                    files++;
                    boolean counted = Pattern.compile("downloads\\.(make|count|template)\\(|quota\\.charge\\(")
                            .matcher(handlers.group(1))
                            .find();
                    if (!counted && !NOT_MADE.contains(name))
                        found.add(name + handlers.group().lines().findFirst());
                }
            }
        }
        assertThat(files).as("the premise").isGreaterThan(10);
        assertThat(found).isEmpty();
    }

    private Visitor person() {
        UUID id = UUID.randomUUID();
        return new Visitor(
                mvc, new Actor(id, id.toString(), "Người tải", false, List.of(new Actor.Grant(Roles.LEADER, "19"))));
    }
}

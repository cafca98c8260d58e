package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import toyroom.ToyLending;
import vn.thucchat.demonstration.Days;
import vn.thucchat.demonstration.DemonstrationStep;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestDatabase;
import vn.thucchat.testing.Visitor;

/**
 * A new room touches only its own folders: one in package {@code toyroom}, with a role, a page, entries in navigation and
 * home page, texts, a step of the demonstration, a kind of work, something to be found and an indicator that counts it, is put beside the house,
 * which has never heard of it.
 */
@NullMarked
class NewRoomTests {

    private static final String ROOM = "toyroom";
    private static final String ROLE = "LIBRARIAN";

    @Test
    void the_house_finds_what_a_new_room_brings() throws Exception {
        try (var app = start()) {
            var mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) app)
                    .apply(springSecurity())
                    .build();

            // its step of the demonstration comes in its place, and its role is kept by the database
            var steps =
                    app.getBeanProvider(DemonstrationStep.class).orderedStream().toList();
            DemonstrationStep own = steps.stream()
                    .filter(step -> step.getClass().getPackageName().equals(ROOM))
                    .findFirst()
                    .orElseThrow();
            assertThat(steps.indexOf(own)).isBetween(1, steps.size() - 2);
            var done = new ArrayList<String>();
            own.load(new Days(LocalDate.of(2022, 8, 8)), (name, what) -> {
                what.run();
                done.add(name);
            });
            assertThat(done).containsExactly("librarian");
            Actor librarian = app.getBean(Accounts.class).actor("thuthu").orElseThrow();
            assertThat(librarian.holds(ROLE)).isTrue();

            // its page opens to its role only
            var reader = new Visitor(mvc, librarian);
            assertThat(reader.open("/library").getContentAsString()).isEqualTo("Sách của xã");
            assertThat(new Visitor(mvc, Actor.STRANGER).open("/library").getStatus())
                    .isEqualTo(302);
            var leader = new Visitor(mvc, Persons.a(Roles.LEADER, "19"));
            assertThat(leader.open("/library").getStatus()).isEqualTo(403);

            // the navigation and the home page lead to it, in both languages
            String entry = "nav a[href=/library]";
            assertThat(reader.page("/units", 200).select(entry).text()).isEqualTo("Thư viện");
            assertThat(reader.page("/units?lang=en", 200).select(entry).text()).isEqualTo("Library");
            assertThat(leader.page("/units", 200).select(entry)).isEmpty();
            assertThat(reader.page("/", 200).select(".doors a[href=/library]").text())
                    .contains("Sách");

            // what it has is found by those whom it is open to
            assertThat(reader.page("/search?q=de%20men", 200)
                            .select("section[aria-labelledby=kind-books]")
                            .text())
                    .isEqualTo("Sách Dế Mèn phiêu lưu ký");
            assertThat(leader.page("/search?q=de%20men", 200).select("section[aria-labelledby=kind-books]"))
                    .isEmpty();

            // what it waits for is on the list of its role until it is done, and then counted by its indicator's
            // formula
            var library = new UnitCode("19");
            UUID loan = app.getBean(ToyLending.class).lend(library, "Dế Mèn");
            assertThat(reader.page("/work", 200).select("main").text()).contains("Đòi sách: Dế Mèn");
            assertThat(reader.page("/work?lang=en", 200).select("main").text()).contains("To be returned: Dế Mèn");
            assertThat(new Visitor(mvc, Persons.synthetic(Roles.LEADER, "19"))
                            .page("/work", 200)
                            .text())
                    .doesNotContain("Dế Mèn");
            app.getBean(ToyLending.class).takeBack(library, loan, librarian);
            assertThat(reader.page("/work", 200).select("main").text()).doesNotContain("Dế Mèn");
            assertThat(app.getBean(JdbcClient.class)
                            .sql(
                                    "SELECT count(*) FROM facts.fact WHERE kind = 'work.done' AND facets ->> 'kind' = :kind")
                            .param("kind", ROOM + ".return")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            String indicator = "/indicators/library-returns";
            assertThat(reader.page(indicator, 200).select("h1").text()).isEqualTo("Lượt sách được trả");
            assertThat(reader.page(indicator + "?lang=en", 200).select("h1").text())
                    .isEqualTo("Books returned");

            // administrators can give its role
            var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
            assertThat(administrator
                            .page("/admin/accounts/new", 200)
                            .select("option[value=" + ROLE + "]")
                            .text())
                    .isEqualTo("Thủ thư");
        }
    }

    /**
     * Its dictionary of indicators is where every room's is, in a folder that only this application sees: the others of the
     * tests share a class path with it.
     */
    private static ConfigurableApplicationContext start() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL own = Path.of("src/test/resources", ROOM).toUri().toURL();
        try (var loader = new URLClassLoader(new URL[] {own}, before)) {
            thread.setContextClassLoader(loader);
            return TestDatabase.fresh().start("--thucchat.demo=false", "--spring.main.sources=" + ROOM + ".ToyRoom");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void no_file_of_the_house_names_it() throws IOException {
        var naming = new ArrayList<String>();
        var own = new ArrayList<String>();
        for (Path folder : List.of(Path.of("src"), Path.of("docs")))
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.endsWith("NewRoomTests.java") || !isText(file)) continue;
                    String text = Files.readString(file);
                    if (!text.contains(ROOM) && !text.contains(ROLE)) continue;
                    (isOwn(file) ? own : naming).add(file.toString());
                }
            }
        assertThat(own).as("premise").hasSizeGreaterThan(6);
        assertThat(naming).isEmpty();
    }

    private static boolean isOwn(Path file) {
        return file.startsWith("src/test/java/" + ROOM)
                || Objects.requireNonNull(file.getFileName()).toString().startsWith(ROOM);
    }

    private static boolean isText(Path file) {
        String name = file.toString();
        return Set.of(".java", ".jte", ".properties", ".sql", ".csv", ".txt", ".md", ".adoc").stream()
                .anyMatch(name::endsWith);
    }
}

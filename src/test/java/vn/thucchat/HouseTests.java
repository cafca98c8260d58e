package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.provider.ApiTokens;
import vn.thucchat.foundation.identity.sessions.Sessions;

/** The walls between modules and the floors above each other hold. */
@NullMarked
class HouseTests {

    /** All but the tests, wherever a build puts their classes: a benchmark looks into several rooms. */
    private static final ImportOption NO_TESTS = location -> !location.contains(
            HouseTests.class.getProtectionDomain().getCodeSource().getLocation().getPath());

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("vn.thucchat");

    /** From the top down. What is on one floor does not know each other; the root package starts everything. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("vn.thucchat"),
            Set.of("vn.thucchat.demonstration"),
            Set.of("vn.thucchat.portal"),
            Set.of("vn.thucchat.steering"),
            Set.of("vn.thucchat.government", "vn.thucchat.economy", "vn.thucchat.society"),
            Set.of("vn.thucchat.foundation"));

    @Test
    void modules_use_only_what_they_may() {
        ApplicationModules.of(ThucChat.class, NO_TESTS).verify();
    }

    @Test
    void every_package_is_on_one_floor() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> place(name).isEmpty())
                        .distinct())
                .isEmpty();
        assertThat(place("vn.thucchat.cellar.wine")).as("the counter-example").isEmpty();
    }

    @Test
    void a_floor_uses_only_the_floors_below_it() {
        assertThat(wrong(FLOORS)).isEmpty();
    }

    @Test
    void a_floor_that_used_one_above_or_beside_it_would_be_found() {
        assertThat(wrong(FLOORS.reversed())).anyMatch(use -> use.contains("economy"));
        assertThat(wrong(List.of(Set.of("vn.thucchat"), Set.of("vn.thucchat.economy", "vn.thucchat.foundation"))))
                .anyMatch(use -> use.contains("economy"));
    }

    /** Whoever could make one would be whoever they like, for the rest of the request. */
    @Test
    void only_sessions_and_access_tokens_sign_a_request_in() {
        assertThat(makers(SignedIn.class))
                .containsExactlyInAnyOrder(Sessions.class.getName(), ApiTokens.class.getName());
        assertThat(makers(Actor.class)).as("the counter-example").hasSizeGreaterThan(1);
    }

    private static Set<String> makers(Class<?> made) {
        return CLASSES.stream()
                .filter(it -> !it.isEquivalentTo(made))
                .filter(it -> it.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(made)))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The class loader would take the test's package for the module's, and its annotation would be gone. */
    @Test
    void no_test_package_hides_the_front_page_of_a_module() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file -> Files.exists(Path.of("src/main/java")
                                    .resolve(Path.of("src/test/java").relativize(file)))))
                    .isEmpty();
        }
    }

    /** Each use of a floor above or beside: {@code vn.thucchat.foundation.x.A uses vn.thucchat.economy.y.B}. */
    private static Set<String> wrong(List<Set<String>> floors) {
        var found = new TreeSet<String>();
        for (JavaClass user : CLASSES)
            for (var use : user.getDirectDependenciesFromSelf()) {
                JavaClass used = use.getTargetClass().getBaseComponentType();
                if (!used.getPackageName().startsWith("vn.thucchat")) continue;
                String from = place(user.getPackageName());
                String to = place(used.getPackageName());
                if (!from.equals(to) && level(floors, to) <= level(floors, from))
                    found.add(user.getName() + " uses " + used.getName());
            }
        return found;
    }

    private static int level(List<Set<String>> floors, String place) {
        for (int i = 0; i < floors.size(); i++) if (floors.get(i).contains(place)) return i;
        return floors.size();
    }

    /** The floor's part that a package is in, or empty. */
    private static String place(String name) {
        if (name.equals("vn.thucchat")) return name;
        return FLOORS.stream()
                .skip(1)
                .flatMap(Set::stream)
                .filter(part -> name.equals(part) || name.startsWith(part + "."))
                .findFirst()
                .orElse("");
    }
}

package vn.thucchat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules and the floors above each other hold. */
@NullMarked
class HouseTests {

    /** All but the tests, wherever a build puts their classes: a benchmark looks into several rooms. */
    private static final ImportOption NO_TESTS = location -> !location.contains(
            HouseTests.class.getProtectionDomain().getCodeSource().getLocation().getPath());

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("vn.thucchat");

    @Test
    void modules_use_only_what_they_may() {
        ApplicationModules.of(ThucChat.class, NO_TESTS).verify();
    }

    @Test
    void a_floor_uses_only_the_floors_below_it() {
        floors("vn.thucchat.steering..", "vn.thucchat.foundation..").check(CLASSES);
    }

    @Test
    void a_floor_that_used_one_above_it_would_be_found() {
        assertThatThrownBy(() -> floors("vn.thucchat.foundation..", "vn.thucchat.steering..")
                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
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

    private static Architectures.LayeredArchitecture floors(String upper, String lower) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("portal")
                .definedBy("vn.thucchat.portal..", "vn.thucchat.demonstration..")
                .layer("upper")
                .definedBy(upper)
                .layer("lower")
                .definedBy(lower)
                .whereLayer("portal")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("upper")
                .mayOnlyBeAccessedByLayers("portal")
                .whereLayer("lower")
                .mayOnlyBeAccessedByLayers("upper", "portal");
    }
}

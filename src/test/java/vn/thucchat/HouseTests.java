package vn.thucchat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules hold. */
@NullMarked
class HouseTests {

    @Test
    void modules_use_only_what_they_may() {
        ApplicationModules.of(ThucChat.class).verify();
    }
}

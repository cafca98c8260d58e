package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;

class ArchiveStatusStoreTests extends StoreTest {

    @Test
    void a_server_that_archives_nothing_does_not_fail() {
        assertThat(new ArchiveStatusStore(jdbc).failing()).isFalse();
    }
}

package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTests {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void name() {
        folder = parent.resolve("data");
    }

    private static void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path binary() throws Exception {
        DataFolder.open(folder);
        Path unpacked = folder.resolve("binaries/PG-1");
        Path bin = Files.createDirectories(unpacked.resolve("bin"));
        for (Path one : new Path[] {bin, unpacked, folder.resolve("binaries")}) mode(one, "rwx------");
        Path binary = Files.createFile(bin.resolve("postgres"));
        mode(binary, "rwxr-xr-x");
        return binary;
    }

    @Test
    void a_new_one_is_its_owner_s_alone_and_so_is_what_comes_into_it() throws Exception {
        DataFolder data = DataFolder.open(folder);
        data.beforeUnpacking();
        Path bin = Files.createDirectories(folder.resolve("binaries/PG-1/bin"));
        Path binary = Files.createFile(bin.resolve("postgres"));
        mode(folder.resolve("binaries"), "rwxrwxrwx");
        mode(binary, "rwxrwxrwx");
        data.afterUnpacking();
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("binaries"))).isEqualTo("rwx------");
        assertThat(mode(bin)).isEqualTo("rwx------");
        assertThat(mode(binary)).isEqualTo("rwxr-xr-x");
        assertThat(mode(folder.resolve("postgresql.log"))).isEqualTo("rw-------");
        DataFolder.open(folder);
    }

    @Test
    void after_a_first_start_nothing_is_open_to_others_and_a_planted_binary_is_not_run() throws Exception {
        DatabaseServer.start(folder, Optional.empty()).close();
        assertThat(mode(folder)).isEqualTo("rwx------");
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(path -> !Files.isSymbolicLink(path)))
                    .allSatisfy(
                            path -> assertThat(mode(path)).as(path.toString()).matches("...(.-.){2}"));
        }
        for (String name : new String[] {"postgresql.log", "database-password", "lock"})
            assertThat(mode(folder.resolve(name))).as(name).isEqualTo("rw-------");
        // where this process has unpacked them elsewhere already, the library does not do it again
        Files.createDirectories(folder.resolve("binaries"));
        mode(folder.resolve("binaries"), "rwxrwxrwx");
        assertThatThrownBy(() -> DatabaseServer.start(folder, Optional.empty()))
                .isInstanceOf(DataFolder.OpenToOthers.class);
    }

    @Test
    void one_that_others_can_only_read_is_closed() throws Exception {
        binary();
        Files.createFile(folder.resolve("secret-key"));
        mode(folder.resolve("secret-key"), "rw-r--r--");
        mode(folder, "rwxr-xr-x");
        DataFolder.open(folder);
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("secret-key"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "binaries", "binaries/PG-1", "binaries/PG-1/bin/postgres"})
    void one_that_others_can_write_is_refused_and_what_to_do_is_said(String what) throws Exception {
        binary();
        mode(folder.resolve(what), what.isEmpty() ? "rwxrwxrwx" : "rwxrwx---");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOfSatisfying(
                        DataFolder.OpenToOthers.class,
                        open -> assertThat(open.advice(folder))
                                .contains(
                                        "Người khác có thể ghi",
                                        "Others can write",
                                        folder.resolve(what).toString())
                                .contains(what.isEmpty() ? "chmod" : "rm -rf"));
    }

    @Test
    void a_process_that_died_while_unpacking_is_no_stranger() throws Exception {
        Path binary = binary();
        DataFolder.open(folder).beforeUnpacking();
        mode(folder.resolve("binaries"), "rwxrwxrwx");
        mode(binary, "rwxrwxrwx");
        DataFolder.open(folder);
        assertThat(mode(folder.resolve("binaries"))).isEqualTo("rwx------");
        assertThat(mode(binary)).isEqualTo("rwxr-xr-x");
    }
}

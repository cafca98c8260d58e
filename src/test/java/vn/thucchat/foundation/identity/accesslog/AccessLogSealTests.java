package vn.thucchat.foundation.identity.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.IdentityTest;

/** Whoever changes, removes or adds a line of the log, even as the owner of the database, is found. */
class AccessLogSealTests extends IdentityTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path folder;

    private final Seal keys = new Seal(KEY);

    @BeforeEach
    void aLogOfThreeLinesAndTwo() {
        rewritable("identity.access_log", "identity.access_log_seal");
        jdbc.sql("TRUNCATE identity.access_log, identity.access_log_seal").update();
        jdbc.sql("ALTER SEQUENCE identity.access_log_position RESTART").update();
        record("a", "b", "c");
        assertThat(sealing(keys).seal()).isEqualTo(3);
        record("d", "e");
        assertThat(sealing(keys).seal()).isEqualTo(2);
    }

    @Test
    void a_log_that_nobody_touched_is_whole() {
        record("f");
        assertThat(verify(keys)).isEqualTo(new AccessLogVerification.Result(5, 1, List.of()));
        assertThat(sealing(keys).seal()).isEqualTo(1);
        assertThat(sealing(keys).seal()).isZero();
    }

    @Test
    void a_changed_line_is_named() {
        change("UPDATE identity.access_log SET detail = 'B' WHERE detail = 'b'");
        assertThat(verify(keys).faults()).singleElement().asString().contains("Line 2 was changed");
    }

    @Test
    void whose_data_was_read_can_be_neither_added_nor_changed_nor_taken_away() {
        var whose = new UUID(7, 7);
        log.recordRead(Actor.PLATFORM, "test.read", "/x", "r", whose);
        log.recordRead(Actor.PLATFORM, "test.read", "/x", "s", whose);
        sealing(keys).seal();
        assertThat(verify(keys).faults()).isEmpty();
        change("UPDATE identity.access_log SET subject = gen_random_uuid() WHERE detail = 'b'");
        change("UPDATE identity.access_log SET subject = NULL WHERE detail = 'r'");
        change("UPDATE identity.access_log SET subject = gen_random_uuid() WHERE detail = 's'");
        assertThat(verify(keys).faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("Line 2 was changed"),
                        fault -> assertThat(fault).contains("Line 6 was changed"),
                        fault -> assertThat(fault).contains("Line 7 was changed"));
    }

    /** As it was sealed before lines could name whose data was read. */
    @Test
    void an_older_line_keeps_its_seal() {
        var entry = new LogEntry(
                new UUID(1, 2), Instant.parse("2022-08-08T02:00:00Z"), new UUID(3, 4), "hoa", "a.b", "/c", "d", "");
        var seal = AccessLogSeal.of(
                AccessLogSeal.End.START,
                1,
                List.of(new AccessLogSeal.Line(1, entry, null)),
                Instant.parse("2022-08-08T02:01:00Z"),
                keys);
        assertThat(HexFormat.of().formatHex(seal.lines()))
                .isEqualTo("0000000000000001b68a09afb8a2ef4d15ea4a1003d384a8");
    }

    @Test
    void a_removed_line_is_named() {
        change("DELETE FROM identity.access_log WHERE detail = 'd'");
        assertThat(verify(keys).faults()).singleElement().asString().contains("Line 4 was removed");
    }

    @Test
    void an_added_line_is_named() {
        change("""
                INSERT INTO identity.access_log (id, at, account, username, action, object, detail, ip, position)
                SELECT uuidv7(), at, account, username, action, object, 'x', ip, 3 FROM identity.access_log WHERE detail = 'e'""");
        assertThat(verify(keys).faults()).singleElement().asString().contains("Line 3 was added");
    }

    @Test
    void a_line_that_is_sealed_anew_by_hand_does_not_fit() {
        change("UPDATE identity.access_log SET detail = 'B' WHERE detail = 'b'");
        var line = new AccessLogSealStore(jdbc).lines(0, 3, 10);
        var forged = AccessLogSeal.of(AccessLogSeal.End.START, 3, line, clock.instant(), new Seal(OTHER));
        jdbc.sql("UPDATE identity.access_log_seal SET lines = :lines, seal = :seal WHERE to_position = 3")
                .param("lines", forged.lines())
                .param("seal", forged.seal())
                .update();
        assertThat(verify(keys).faults())
                .anySatisfy(fault -> assertThat(fault).contains("The seal of lines 1–3 does not fit"))
                .anySatisfy(fault -> assertThat(fault).contains("The seal of lines 4–5 does not fit"));
    }

    @Test
    void an_end_that_was_cut_off_is_found_by_its_anchor_outside() throws Exception {
        change("DELETE FROM identity.access_log_seal WHERE to_position = 3");
        change("DELETE FROM identity.access_log_seal WHERE to_position = 5");
        change("DELETE FROM identity.access_log");
        assertThat(Files.readAllLines(folder.resolve("access-log-anchors"))).hasSize(1);
        assertThat(verify(keys).faults()).singleElement().asString().contains("up to line 3 is missing");
        assertThat(Files.getPosixFilePermissions(folder.resolve("access-log-anchors")))
                .hasSize(2);
        now = now.plus(Duration.ofDays(1));
    }

    /** A line whose transaction is still under way holds nobody up, and is sealed once it has ended. */
    @Test
    void no_line_waits_and_none_is_left_out() {
        transactions.executeWithoutResult(under -> {
            record("slow");
            var quick = new Thread(() -> {
                record("quick");
                assertThat(sealing(keys).seal()).isZero();
            });
            quick.start();
            try {
                assertThat(quick.join(Duration.ofSeconds(20))).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(sealing(keys).seal()).isEqualTo(2);
        assertThat(verify(keys).faults()).isEmpty();
    }

    @Test
    void keys_rotate_and_what_the_former_sealed_is_still_told() {
        var rotated = new Seal(OTHER, KEY);
        record("g");
        assertThat(sealing(rotated).seal()).isEqualTo(1);
        assertThat(verify(rotated)).isEqualTo(new AccessLogVerification.Result(6, 0, List.of()));
        change("UPDATE identity.access_log SET ip = '127.0.0.1' WHERE detail = 'a'");
        assertThat(verify(rotated).faults()).hasSize(1);
    }

    @Test
    void a_long_log_is_sealed_in_batches() {
        record(Stream.iterate(0, n -> n + 1)
                .limit(AccessLogSealing.BATCH + 1)
                .map(String::valueOf)
                .toArray(String[]::new));
        assertThat(sealing(keys).seal()).isEqualTo(AccessLogSealing.BATCH + 1);
        assertThat(verify(keys)).isEqualTo(new AccessLogVerification.Result(AccessLogSealing.BATCH + 6, 0, List.of()));
    }

    private void record(String... details) {
        for (String detail : details) log.record(Actor.STRANGER, "indicators.figure-reported", "/x", detail);
    }

    private AccessLogSealing sealing(Seal with) {
        return new AccessLogSealing(new AccessLogSealStore(jdbc), new AccessLogAnchors(folder), with, clock);
    }

    private AccessLogVerification.Result verify(Seal with) {
        return new AccessLogVerification(pool, with, folder).run();
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }
}

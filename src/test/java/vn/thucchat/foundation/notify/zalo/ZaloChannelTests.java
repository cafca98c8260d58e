package vn.thucchat.foundation.notify.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.http.OutboundClients;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Notices go by Zalo in reviewed templates, and no two processes ever use one refresh token. */
@NullMarked
class ZaloChannelTests extends StoreTest {

    private static final Instant START = TestTime.now();
    private static final Seal SEAL = new Seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private ZaloSink sink;
    private ZaloConnectionStore connection;
    private ZaloTemplateStore templates;

    @BeforeEach
    void connect() {
        sink = new ZaloSink();
        now.set(START);
        connection = new ZaloConnectionStore(jdbc, SEAL);
        templates = new ZaloTemplateStore(jdbc);
        jdbc.sql("DELETE FROM notify.zalo_template").update();
        connection.connect("4321", "refresh-token-of-the-start", START);
        templates.insert(
                "work.chased", "vi", "505716", "viec:text:60, duong_dan:link:200", "Bạn có <viec>. <duong_dan>", START);
        templates.change("work.chased", "vi", 1, "enable");
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void a_notice_fills_its_template_and_bears_its_id() {
        OutgoingMessage message = message("3 việc đến hạn");
        assertThat(channel().send(message)).isEqualTo(new SendResult.Accepted("zns1"));
        assertThat(sink.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.path("phone").asString()).isEqualTo("84912345678");
            assertThat(sent.path("template_id").asString()).isEqualTo("505716");
            assertThat(sent.path("tracking_id").asString())
                    .isEqualTo(message.id().toString());
            assertThat(sent.path("template_data").path("viec").asString()).isEqualTo("3 việc đến hạn");
            assertThat(sent.path("template_data").path("duong_dan").asString()).isEqualTo("https://so.vn/work");
            assertThat(sent.path("template_data").size()).isEqualTo(2);
        });
        assertThat(connection.find("4321")).hasValueSatisfying(connected -> {
            assertThat(connected.quotaLeft()).isEqualTo(499);
            assertThat(connected.accessUntil()).isCloseTo(START.plus(Duration.ofHours(25)), within());
        });
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(1, java.time.temporal.ChronoUnit.SECONDS);
    }

    @Test
    void eight_processes_that_renew_at_once_use_the_refresh_token_once() throws Exception {
        for (int day = 1; day <= 3; day++) {
            var tries = new ArrayList<Callable<SendResult>>();
            for (int i = 0; i < 8; i++) tries.add(() -> channel().send(message("x")));
            try (var many = Executors.newFixedThreadPool(8)) {
                for (Future<SendResult> result : many.invokeAll(tries))
                    assertThat(result.get()).isInstanceOf(SendResult.Accepted.class);
            }
            assertThat(sink.renewals()).isEqualTo(day);
            now.set(START.plus(Duration.ofHours(25L * day)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ZALO, Absent",
        "TEMPLATE_GONE, Refused",
        "NO_ERROR, Unknown",
        "NO_JSON, Unknown",
        "HTTP_503, Postponed",
        "TAKEN_SILENT, Unknown"
    })
    void status_200_is_no_success_and_a_number_without_zalo_is_the_next_channels_at_once(
            ZaloSink.Fault fault, String result) {
        sink.fail(fault);
        assertThat(channel().send(message("x")).getClass().getSimpleName()).isEqualTo(result);
        if (fault == ZaloSink.Fault.NO_ZALO)
            assertThat(connection.find("4321").orElseThrow().failure())
                    .as("no fault of Zalo's")
                    .isNull();
        if (fault == ZaloSink.Fault.TEMPLATE_GONE)
            assertThat(channel().send(message("x")))
                    .as("not asked again")
                    .isEqualTo(new SendResult.Refused("no template", false));
    }

    @Test
    void a_token_that_zalo_takes_no_more_is_renewed_and_one_that_is_burnt_is_said() {
        channel().send(message("x"));
        sink.fail(ZaloSink.Fault.TOKEN_GONE);
        assertThat(channel().send(message("x"))).isInstanceOf(SendResult.Postponed.class);
        assertThat(channel().send(message("x"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.renewals()).isEqualTo(2);
        connection.connect("4321", "a-refresh-token-of-somebody-else", START);
        assertThat(channel().send(message("x"))).isInstanceOf(SendResult.Postponed.class);
        assertThat(connection.find("4321").orElseThrow().failure()).contains("Invalid refresh token");
    }

    @Test
    void what_does_not_fit_or_is_beyond_the_quota_is_the_next_channels() {
        assertThat(channel().send(message("rất dài ".repeat(10))))
                .isEqualTo(new SendResult.Refused("does not fit into the template", false));
        sink.left(1);
        assertThat(channel().send(message("x"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(channel().send(message("x"))).isEqualTo(new SendResult.Refused("quota of the day is spent", false));
        now.set(START.plus(Duration.ofHours(2)));
        sink.left(500);
        assertThat(channel().send(message("x"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void versions_and_languages_of_templates_have_a_life() {
        templates.insert("work.chased", "en", "505717", "viec:text:60", "<viec>", START);
        assertThat(templates.usable("work.chased", "en").orElseThrow().language())
                .as("not reviewed yet")
                .isEqualTo("vi");
        assertThat(templates.change("work.chased", "en", 1, "enable")).isTrue();
        assertThat(templates.usable("work.chased", "en").orElseThrow().templateId())
                .isEqualTo("505717");
        assertThat(templates.change("work.chased", "en", 1, "reject"))
                .as("not in review")
                .isFalse();
        assertThat(templates.change("work.chased", "en", 1, "disable")).isTrue();
        templates.insert("work.chased", "vi", "505718", "viec:text:60", "<viec>", START);
        assertThat(templates.list()).extracting(ZaloTemplate::version).containsExactly(2, 1, 1);
        assertThat(ZaloParameter.read("ten:name:30")).as("no names of people").isEmpty();
        assertThat(ZaloParameter.read("viec:text")).isEmpty();
    }

    private ZaloChannel channel() {
        var client = new ZaloClient(sink.settings(), OutboundClients.usual(), Duration.ofSeconds(1));
        var tokens = new ZaloTokens(
                connection,
                client,
                sink.settings(),
                new JdbcTransactionManager(Objects.requireNonNull(pool)),
                now::get);
        return new ZaloChannel(sink.settings(), tokens, client, connection, templates, now::get);
    }

    private static OutgoingMessage message(String text) {
        return new OutgoingMessage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new OutgoingMessage.Purpose(
                        "work.chased",
                        vn.thucchat.foundation.notify.channels.NoticeKind.Importance.ORDINARY,
                        TestTime.now()),
                "+84912345678",
                "vi",
                new OutgoingMessage.Wording(
                        "Thực Chất: nhắc việc",
                        text,
                        new Link("https://so.vn/work", "Mở"),
                        "",
                        new Link("https://so.vn/id", "Đổi")),
                null);
    }
}

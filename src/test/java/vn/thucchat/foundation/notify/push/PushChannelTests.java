package vn.thucchat.foundation.notify.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.http.OutboundClients;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Notices reach browsers as RFC 8030, 8291 and 8292 say, and browsers that are gone are known for it. */
@NullMarked
class PushChannelTests extends StoreTest {

    private static final Instant START = TestTime.now();
    private static final String SITE = "https://so.thainguyen.gov.vn";
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private PushSink sink;

    @BeforeEach
    void start() {
        sink = new PushSink();
        now.set(START);
        jdbc.sql("DELETE FROM notify.push_key").update();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void the_example_of_rfc_8291_comes_out_to_the_last_bit() {
        KeyPair own = new KeyPair(
                EcKeys.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                EcKeys.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        byte[] encrypted = PushCipher.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                EcKeys.publicKey(bytes(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                own,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(PushKey.ENCODER.encodeToString(encrypted))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                                + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Test
    void a_browser_decrypts_a_notice_that_says_how_long_and_how_urgent() throws Exception {
        OutgoingMessage message = message(keys().current().publicKey(), NoticeKind.Importance.EXTREME);
        assertThat(channel().send(message)).isEqualTo(new SendResult.Accepted("/message/1"));
        PushSink.Push push = sink.pushes().getFirst();
        assertThat(push.text())
                .contains(
                        "\"title\":\"Thực Chất: nhắc việc\"",
                        "3 việc đến hạn",
                        "https://so.vn/work",
                        message.id().toString());
        assertThat(push.headers().getFirst("TTL")).isEqualTo("7200");
        assertThat(push.headers().getFirst("Urgency")).isEqualTo("high");
        assertThat(push.headers().getFirst("Topic"))
                .isEqualTo(PushChannel.topic(message.id()))
                .hasSize(22);
        assertThat(push.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(PushSink.claims(push.headers().getFirst("Authorization")))
                .contains("\"aud\":\"" + sink.origin() + "\"", "\"sub\":\"" + SITE + "\"")
                .contains("\"exp\":" + START.plus(Duration.ofHours(12)).getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "404, Refused, true",
        "410, Refused, true",
        "413, Refused, false",
        "429, Postponed, false",
        "503, Postponed, false",
        "403, Postponed, false",
        "-1, Unknown, false"
    })
    void an_answer_is_understood_for_what_it_is(int status, String result, boolean broken) {
        sink.fail(status);
        SendResult first = channel().send(message(keys().current().publicKey(), NoticeKind.Importance.ORDINARY));
        assertThat(first.getClass().getSimpleName()).isEqualTo(result);
        if (first instanceof SendResult.Refused refused)
            assertThat(refused.broken()).isEqualTo(broken);
        if (status == 429) assertThat(((SendResult.Postponed) first).after()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void former_keys_sign_for_the_browsers_that_know_them() throws Exception {
        String former = keys().current().publicKey();
        now.set(START.plus(Duration.ofDays(366)));
        String newer = keys().current().publicKey();
        assertThat(newer).isNotEqualTo(former);
        assertThat(keys().current().publicKey()).isEqualTo(newer);
        assertThat(channel().send(message(former, NoticeKind.Importance.ORDINARY)))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.pushes().getLast().headers().getFirst("Authorization")).endsWith("k=" + former);
        assertThat(channel().send(message("BAbc", NoticeKind.Importance.ORDINARY)))
                .as("of another installation")
                .isEqualTo(new SendResult.Refused("no key for this browser", true));
        assertThat(jdbc.sql("SELECT sealed FROM notify.push_key LIMIT 1")
                        .query(String.class)
                        .single())
                .isNotEmpty();
    }

    @Test
    void what_a_browser_says_is_checked_and_only_the_internet_is_called() {
        String key = keys().current().publicKey();
        assertThat(PushSubscription.of(sink.endpoint("a"), sink.p256dh(), sink.auth(), key))
                .isPresent();
        assertThat(PushSubscription.of("javascript:alert(1)", sink.p256dh(), sink.auth(), key))
                .isEmpty();
        assertThat(PushSubscription.of("https://a@push.example/x", sink.p256dh(), sink.auth(), key))
                .isEmpty();
        assertThat(PushSubscription.of(sink.endpoint("a"), sink.p256dh().substring(4), sink.auth(), key))
                .isEmpty();
        assertThat(PushSubscription.of(sink.endpoint("a"), sink.p256dh(), "AAAA", key))
                .isEmpty();
        var strict = new PushChannel(keys(), OutboundClients.usual(), now::get, SITE, false, Duration.ofSeconds(1));
        assertThat(strict.send(message(key, NoticeKind.Importance.ORDINARY)))
                .isEqualTo(new SendResult.Refused("not encrypted", true));
        assertThat(sink.pushes()).isEmpty();
    }

    private PushKeys keys() {
        return new PushKeys(
                new PushKeyStore(jdbc, new Seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")), now::get) {
            @Override
            public PushKey current() {
                return java.util.Objects.requireNonNull(transactions.execute(_ -> super.current()));
            }
        };
    }

    private PushChannel channel() {
        return new PushChannel(keys(), OutboundClients.usual(), now::get, SITE, true, Duration.ofSeconds(1));
    }

    private OutgoingMessage message(String key, NoticeKind.Importance importance) {
        return new OutgoingMessage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new OutgoingMessage.Purpose("work.chased", importance, START.plus(Duration.ofHours(2))),
                new PushSubscription(java.net.URI.create(sink.endpoint("x")), sink.p256dh(), sink.auth(), key)
                        .written(),
                "vi",
                new OutgoingMessage.Wording(
                        "Thực Chất: nhắc việc",
                        "3 việc đến hạn",
                        new Link("https://so.vn/work", "Mở"),
                        "",
                        new Link("https://so.vn/id", "Đổi")),
                null);
    }
}

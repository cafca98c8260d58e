package vn.thucchat.foundation.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.notify.contacts.ContactFixture.until;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.http.OutboundClients;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.testing.TestTime;

/** Text messages reach gateways as the specifications say, and whatever a gateway does is understood for what it is. */
@NullMarked
class SmsGatewayTests {

    private static final String NUMBER = "84912345678";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final AtomicReference<Instant> now = new AtomicReference<>(TestTime.now());
    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "CODE_99, Postponed", "CODE_101, Postponed", "CODE_103, Postponed", "CODE_146, Refused",
        "CODE_UNHEARD_OF, Postponed", "HTTP_429, Postponed", "HTTP_503, Postponed", "NO_JSON, Unknown",
        "TAKEN_SILENT, Unknown", "TAKEN_CUT, Unknown"
    })
    void an_answer_of_http_is_understood_and_the_next_try_doubles_nothing(SmsHttpSink.Fault fault, String result) {
        try (var sink = new SmsHttpSink()) {
            SmsGateway gateway = http(sink.url());
            UUID id = UUID.randomUUID();
            sink.fail(NUMBER, fault);
            SendResult first = gateway.send(id, NUMBER, SmsText.of("Việc đến hạn", false));
            assertThat(first.getClass().getSimpleName()).isEqualTo(result);
            if (fault == SmsHttpSink.Fault.HTTP_429)
                assertThat(((SendResult.Postponed) first).after()).isEqualTo(Duration.ofSeconds(7));
            assertThat(gateway.send(id, NUMBER, SmsText.of("Việc đến hạn", false)))
                    .isInstanceOf(SendResult.Accepted.class);
            assertThat(sink.to(NUMBER)).singleElement().satisfies(text -> {
                assertThat(text.content()).isEqualTo("Viec den han");
                assertThat(text.unicode()).isEqualTo("0");
                assertThat(text.brand()).isEqualTo("UBND");
                assertThat(text.id()).isEqualTo(id.toString());
            });
        }
    }

    @Test
    void a_gateway_that_is_not_there_and_a_wrong_key_are_later() {
        try (var sink = new SmsHttpSink()) {
            assertThat(http(sink.url().replace("khoa", "sai")).send(UUID.randomUUID(), NUMBER, SmsText.of("x", false)))
                    .isInstanceOf(SendResult.Postponed.class);
        }
        assertThat(http("http://so:mat@localhost:1/send").send(UUID.randomUUID(), NUMBER, SmsText.of("x", false)))
                .isInstanceOf(SendResult.Postponed.class);
    }

    @Test
    void parts_are_those_of_the_networks() {
        assertThat(SmsText.of("a".repeat(160), false).count()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(161), false).count()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(306), false).count()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(307), false).count()).isEqualTo(3);
        assertThat(SmsText.of("ệ".repeat(70), true).count()).isEqualTo(1);
        assertThat(SmsText.of("ệ".repeat(71), true).count()).isEqualTo(2);
        assertThat(SmsText.of("ệ".repeat(134), true).count()).isEqualTo(2);
        assertThat(SmsText.of("ệ".repeat(135), true).count()).isEqualTo(3);
        assertThat(SmsText.of("€".repeat(80), false).count())
                .as("escaped signs count twice")
                .isEqualTo(1);
        assertThat(SmsText.of("€".repeat(81), false).count()).isEqualTo(2);
        assertThat(SmsText.of("€".repeat(81), false).parts(1).getFirst())
                .as("none is cut")
                .hasSize(6 + 152);
        assertThat(SmsText.of("Đã đến hạn “3” việc…", false).text()).isEqualTo("Da den han \"3\" viec...");
        assertThat(SmsText.of("x 😀", false).text()).isEqualTo("x ?");
        assertThat(SmsText.of("đ" + "😀".repeat(40), true).parts(1)).hasSize(2).allMatch(part -> part.length % 2 == 0);
    }

    @Test
    void smpp_carries_parts_with_one_reference_and_asks_for_receipts() {
        try (var sink = new SmppSink()) {
            SmppGateway gateway = smpp(sink);
            UUID id = UUID.randomUUID();
            String text = "Hồ sơ của bạn đã có kết quả. ".repeat(4);
            assertThat(gateway.send(id, NUMBER, SmsText.of(text, true))).isEqualTo(new SendResult.Accepted("m1 m2"));
            assertThat(sink.parts()).hasSize(2).allSatisfy(part -> {
                assertThat(part.from()).isEqualTo("UBND");
                assertThat(part.fromTon()).as("alphanumeric").isEqualTo(5);
                assertThat(part.to()).isEqualTo(NUMBER);
                assertThat(part.toTon()).as("international").isEqualTo(1);
                assertThat(part.coding()).as("UCS-2").isEqualTo(8);
                assertThat(part.esmClass() & 0x40).as("has a header").isEqualTo(0x40);
                assertThat(part.registered() & 3).isEqualTo(1);
                assertThat(Arrays.copyOf(part.body(), 5)).containsExactly(5, 0, 3, (byte) id.hashCode(), 2);
            });
            assertThat(sink.parts().stream()
                            .map(part -> new String(part.body(), 6, part.body().length - 6, StandardCharsets.UTF_16BE)))
                    .containsExactly(text.strip().substring(0, 67), text.strip().substring(67));
            assertThat(gateway.send(id, NUMBER, SmsText.of("Ma: 042817 @_[]", false)))
                    .isEqualTo(new SendResult.Accepted("m3"));
            assertThat(sink.parts().getLast()).satisfies(part -> {
                assertThat(part.coding()).isZero();
                assertThat(part.esmClass()).isZero();
                assertThat(part.body()).endsWith(new byte[] {0x00, 0x11, 0x1B, 0x3C, 0x1B, 0x3E});
            });
            assertThat(sink.connections()).as("one connection").isEqualTo(1);
            gateway.close();
        }
    }

    @Test
    void a_gateway_that_throttles_is_let_alone_and_longer_each_time() {
        try (var sink = new SmppSink()) {
            SmppGateway gateway = smpp(sink);
            sink.fail(SmppSink.THROTTLED, SmppSink.QUEUE_FULL);
            assertThat(send(gateway)).isEqualTo(new SendResult.Postponed("SMPP 0x58", Duration.ofSeconds(5)));
            assertThat(send(gateway))
                    .as("nothing is asked")
                    .isEqualTo(new SendResult.Postponed("throttled", Duration.ofSeconds(5)));
            later(5);
            assertThat(send(gateway)).isEqualTo(new SendResult.Postponed("SMPP 0x14", Duration.ofSeconds(10)));
            later(10);
            assertThat(send(gateway)).isInstanceOf(SendResult.Accepted.class);
            sink.fail(SmppSink.NO_SUCH_NUMBER, SmppSink.SYSTEM_ERROR);
            assertThat(send(gateway)).isEqualTo(new SendResult.Refused("SMPP 0x0B", true));
            assertThat(send(gateway)).isInstanceOf(SendResult.Postponed.class);
            gateway.close();
        }
    }

    @Test
    void a_lost_answer_is_unknown_and_the_connection_is_made_anew() {
        try (var sink = new SmppSink()) {
            SmppGateway gateway = smpp(sink);
            sink.fail(SmppSink.SILENT);
            assertThat(send(gateway)).isInstanceOf(SendResult.Unknown.class);
            sink.fail(SmppSink.CUT);
            assertThat(send(gateway)).isInstanceOf(SendResult.Unknown.class);
            assertThat(send(gateway)).isInstanceOf(SendResult.Accepted.class);
            assertThat(sink.connections()).isEqualTo(3);
            gateway.close();
            var nobody = new SmppGateway(
                    Objects.requireNonNull(SmsSettings.gateway("smpp://so:mat@localhost:1")),
                    "UBND",
                    now::get,
                    PATIENCE,
                    receipts::add);
            assertThat(send(nobody)).isInstanceOf(SendResult.Postponed.class);
        }
    }

    @Test
    void receipts_are_read_and_what_could_not_be_stored_comes_again() throws Exception {
        try (var sink = new SmppSink()) {
            SmppGateway gateway = smpp(sink);
            send(gateway);
            sink.receipt("m1", "DELIVRD");
            sink.receipt("m2", "UNDELIV");
            sink.receipt("m3", "ENROUTE");
            sink.receipt("loi", "DELIVRD");
            until(() -> sink.receiptAnswers().size() == 4);
            assertThat(receipts)
                    .containsExactlyInAnyOrder(
                            new DeliveryReceipt(Medium.SMS, "m1", true, "DELIVRD"),
                            new DeliveryReceipt(Medium.SMS, "m2", false, "UNDELIV 000"));
            assertThat(sink.receiptAnswers())
                    .as("a system error for what was not stored")
                    .contains(8);
            gateway.close();
        }
    }

    @Test
    void a_configuration_is_whole_or_refused() {
        assertThat(SmsSettings.read(Map.of())).isEqualTo(SmsSettings.NONE);
        SmsSettings settings = SmsSettings.read(
                Map.of("SMS_URL", "smpps://so:m%40t@sms.vn:3550", "SMS_BRAND", "UBND", "SMS_MARKS", "true"));
        assertThat(Objects.requireNonNull(settings.gateway()).password()).isEqualTo("m@t");
        assertThat(settings.toString()).doesNotContain("m@t");
        for (Map<String, String> wrong : List.of(
                Map.of("SMS_URL", "smpp://so:mat@sms.vn:2775"),
                Map.of("SMS_BRAND", "UBND"),
                Map.of("SMS_URL", "smpp://so:mat@sms.vn", "SMS_BRAND", "UBND"),
                Map.of("SMS_URL", "ftp://so:mat@sms.vn", "SMS_BRAND", "UBND"),
                Map.of("SMS_URL", "https://sms.vn/gui", "SMS_BRAND", "UBND"),
                Map.of("SMS_URL", "https://so:mat@sms.vn/gui", "SMS_BRAND", "Ủy ban nhân dân"),
                Map.of("SMS_MARKS", "yes")))
            assertThat(SmsSettings.faults(wrong)).as(wrong.toString()).isNotEmpty();
    }

    private static SmsGateway http(String url) {
        return new HttpSmsGateway(
                Objects.requireNonNull(SmsSettings.gateway(url)),
                "UBND",
                OutboundClients.usual(),
                PATIENCE,
                "https://so.vn/x");
    }

    private SmppGateway smpp(SmppSink sink) {
        return new SmppGateway(
                Objects.requireNonNull(SmsSettings.gateway(sink.url())), "UBND", now::get, PATIENCE, receipt -> {
                    if (receipt.reference().equals("loi")) throw new IllegalStateException("no database");
                    receipts.add(receipt);
                });
    }

    private static SendResult send(SmppGateway gateway) {
        return gateway.send(UUID.randomUUID(), NUMBER, SmsText.of("x", false));
    }

    private void later(int seconds) {
        now.updateAndGet(instant -> instant.plusSeconds(seconds));
    }
}

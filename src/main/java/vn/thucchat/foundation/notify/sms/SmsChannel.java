package vn.thucchat.foundation.notify.sms;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/** Hands text messages to the installation's gateway. */
@Component
public class SmsChannel implements OutgoingChannel, DisposableBean {

    /** Where a gateway says what became of a message. */
    public static final String RECEIPTS = "/api/v1/one-click/sms/";

    private final SmsSettings settings;
    private final @Nullable SmsGateway gateway;

    @Autowired
    SmsChannel(
            SmsSettings settings,
            OutboundHttp http,
            Seal seal,
            InstantSource clock,
            ObjectProvider<DeliveryReceipt.Listener> listener,
            @Value("${thucchat.base-url}") String site) {
        this.settings = settings;
        SmsSettings.Gateway to = settings.gateway();
        if (to == null) gateway = null;
        else if (to.smpp())
            gateway = new SmppGateway(
                    to,
                    settings.brand(),
                    clock,
                    Duration.ofSeconds(20),
                    receipt -> listener.ifAvailable(it -> it.received(receipt)));
        else
            gateway = new HttpSmsGateway(
                    to, settings.brand(), http, Duration.ofSeconds(20), site + RECEIPTS + receiptKey(seal));
    }

    /** What only this installation and its gateway know. */
    public static String receiptKey(Seal seal) {
        return seal.mark("receipts", "notify.sms");
    }

    public SmsSettings settings() {
        return settings;
    }

    @Override
    public Medium medium() {
        return Medium.SMS;
    }

    @Override
    public boolean configured() {
        return gateway != null;
    }

    @Override
    public String host() {
        SmsSettings.Gateway to = settings.gateway();
        return to == null ? "sms" : to.url().getHost();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (gateway == null) return new SendResult.Postponed("not configured", null);
        return gateway.send(message.id(), message.address().substring(1), text(message.wording(), settings.marks()));
    }

    /** The words of a message as a text message has them: what happened, and where to look. */
    static SmsText text(OutgoingMessage.Wording words, boolean marks) {
        return SmsText.of(words.text() + " " + words.act().url(), marks);
    }

    /** A gateway of SMPP says what became of messages over a connection that is open. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (gateway instanceof SmppGateway smpp)
            Thread.ofVirtual().name("smpp-bind").start(smpp::bind);
    }

    @Override
    public void destroy() {
        if (gateway instanceof SmppGateway smpp) smpp.close();
    }
}

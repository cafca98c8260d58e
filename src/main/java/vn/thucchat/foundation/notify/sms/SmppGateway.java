package vn.thucchat.foundation.notify.sms;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * Hands text messages over by SMPP 3.4, over one connection that is kept and made anew when it breaks. At most {@link
 * #WINDOW} requests wait for their answers; a gateway that throttles is let alone for as long as it takes, twice as long each
 * time.
 */
final class SmppGateway implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SmppGateway.class);
    static final int WINDOW = 10;
    private static final int ENQUIRE_MS = 30_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final byte NONE = 0;

    private final SmsSettings.Gateway gateway;
    private final String brand;
    private final InstantSource clock;
    private final Duration patience;
    private final Consumer<DeliveryReceipt> receipts;
    private final Semaphore window = new Semaphore(WINDOW);
    private final Object binding = new Object();

    private volatile @Nullable SMPPSession session;
    private volatile Instant notBefore = Instant.EPOCH;
    private volatile Duration pause = FIRST_PAUSE;
    private volatile boolean closed;

    /** @param patience with the connection, and with each answer */
    SmppGateway(
            SmsSettings.Gateway gateway,
            String brand,
            InstantSource clock,
            Duration patience,
            Consumer<DeliveryReceipt> receipts) {
        this.gateway = gateway;
        this.brand = brand;
        this.clock = clock;
        this.patience = patience;
        this.receipts = receipts;
    }

    @Override
    public SendResult send(UUID id, String number, SmsText text) {
        Duration left = Duration.between(clock.instant(), notBefore);
        if (left.isPositive()) return new SendResult.Postponed("throttled", left);
        try {
            if (!window.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS))
                return new SendResult.Postponed("window is full", FIRST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.Postponed("interrupted", null);
        }
        try {
            return submit(open(), number, text, id.hashCode());
        } catch (IOException e) {
            return new SendResult.Postponed("not connected: " + e.getMessage(), null);
        } finally {
            window.release();
        }
    }

    private SendResult submit(SMPPSession to, String number, SmsText text, int reference) {
        List<byte[]> parts = text.parts(reference);
        var taken = new ArrayList<String>();
        for (byte[] part : parts)
            try {
                taken.add(submit(to, number, part, text.unicode(), parts.size() > 1));
            } catch (NegativeResponseException e) {
                return refused(e.getCommandStatus());
            } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
                // nobody knows whether it arrived; the connection is of no more use
                to.close();
                return new SendResult.Unknown("no answer to part " + (taken.size() + 1) + " of " + parts.size());
            } catch (PDUException e) {
                return new SendResult.Refused("cannot be written", false);
            }
        pause = FIRST_PAUSE;
        return new SendResult.Accepted(String.join(" ", taken));
    }

    private String submit(SMPPSession to, String number, byte[] part, boolean unicode, boolean ofSeveral)
            throws NegativeResponseException, ResponseTimeoutException, InvalidResponseException, PDUException,
                    IOException {
        return to.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        brand,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number,
                        new ESMClass(
                                MessageMode.DEFAULT,
                                MessageType.DEFAULT,
                                ofSeveral ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                        NONE,
                        NONE,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        NONE,
                        new GeneralDataCoding(unicode ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                        NONE,
                        part)
                .getMessageId();
    }

    /** What a command status of SMPP 3.4, table 5-2, means for the message. */
    private SendResult refused(int status) {
        String words = "SMPP 0x%02X".formatted(status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> {
                Duration now = pause;
                notBefore = clock.instant().plus(now);
                pause = now.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? now.multipliedBy(2) : LONGEST_PAUSE;
                yield new SendResult.Postponed(words, now);
            }
            case SMPPConstant.STAT_ESME_RINVDSTADR -> new SendResult.Refused(words, true);
            case SMPPConstant.STAT_ESME_RSUBMITFAIL -> new SendResult.Refused(words, false);
            default -> new SendResult.Postponed(words, null);
        };
    }

    /** Connects, so that receipts of before arrive without a message being sent. */
    void bind() {
        try {
            open();
        } catch (IOException e) {
            LOG.warn("No connection to {} yet: {}", gateway, e.getMessage());
        }
    }

    private SMPPSession open() throws IOException {
        synchronized (binding) {
            SMPPSession now = session;
            if (now != null && now.getSessionState().isBound()) return now;
            if (closed) throw new IOException("closed");
            if (now != null) now.close();
            SMPPSession next = gateway.url().getScheme().equals("smpps")
                    ? new SMPPSession(new SSLSocketConnectionFactory())
                    : new SMPPSession();
            next.setEnquireLinkTimer(ENQUIRE_MS);
            next.setTransactionTimer(patience.toMillis());
            next.setMessageReceiverListener(new SmppReceipts(receipts));
            next.connectAndBind(
                    gateway.url().getHost(),
                    gateway.url().getPort(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            gateway.user(),
                            gateway.password(),
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    patience.toMillis());
            session = next;
            return next;
        }
    }

    void close() {
        closed = true;
        SMPPSession now = session;
        if (now != null) now.unbindAndClose();
    }
}

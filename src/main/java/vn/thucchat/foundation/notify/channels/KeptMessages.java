package vn.thucchat.foundation.notify.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Messages that the demonstration did not send, to be read by whoever tries it out. They are kept for a week. */
@Component
public class KeptMessages {

    static final int PAGE = 20;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final UUID LAST = new UUID(-1, -1);

    /**
     * A message as it would have been sent.
     *
     * @param address masked: everybody reads it
     */
    public record Kept(UUID account, UUID id, Medium medium, String address, String subject, String body, Instant at) {}

    private final KeptMessageStore store;
    private final InstantSource clock;

    KeptMessages(KeptMessageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lists them, the latest first. */
    public Slice<Kept> list(Cursor before) {
        return Slice.of(store.list(before.id(0, LAST), PAGE + 1), PAGE, last -> Cursor.of(last.id()));
    }

    /** A channel that keeps what it is given; under one id once. */
    OutgoingChannel channel(Medium medium) {
        return new OutgoingChannel() {
            @Override
            public Medium medium() {
                return medium;
            }

            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public String host() {
                return "demonstration";
            }

            @Override
            public SendResult send(OutgoingMessage message) {
                Instant now = clock.instant();
                store.forget(message.account(), now.minus(KEPT));
                store.insert(new Kept(
                        message.account(),
                        message.id(),
                        medium,
                        medium.address().masked(message.address()),
                        message.wording().subject(),
                        message.wording().plain(),
                        now));
                return new SendResult.Accepted("demonstration");
            }
        };
    }
}

package vn.thucchat.foundation.notify.contacts;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.DeliveryChannel.Attempt;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;

/**
 * Sends to one address at once, past quiet hours, wishes and the inbox: codes, warnings, and what is told last of an account
 * that is closed.
 */
@Component
public class DirectSending {

    private final Media media;

    DirectSending(Media media) {
        this.media = media;
    }

    /** What carries a purpose to an address, in the order in which it is tried. */
    public List<OutgoingChannel> channels(AddressKind kind, boolean synthetic, String purpose) {
        return Arrays.stream(Medium.values())
                .filter(medium -> medium.address() == kind)
                .flatMap(medium -> media.channel(medium, synthetic).stream())
                .filter(channel -> channel.takes(purpose))
                .toList();
    }

    /** Sends by the first channel that does not refuse: a number without Zalo gets a text message. */
    public Attempt send(AddressKind kind, boolean synthetic, OutgoingMessage letter) {
        Attempt attempt = new Attempt.Delivered();
        for (OutgoingChannel channel :
                channels(kind, synthetic, letter.purpose().kind())) {
            attempt = switch (channel.send(letter)) {
                case SendResult.Accepted _ -> new Attempt.Delivered();
                case SendResult.Postponed(var reason, var after) -> new Attempt.Failed(reason, after);
                case SendResult.Unknown(var reason) -> new Attempt.Failed(reason, null);
                case SendResult.Absent(var reason) -> new Attempt.Rejected(reason);
                case SendResult.Refused(var reason, var _) -> new Attempt.Rejected(reason);
            };
            if (!(attempt instanceof Attempt.Rejected)) return attempt;
        }
        return attempt;
    }
}

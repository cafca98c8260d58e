package vn.thucchat.foundation.delivery.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** The channels of delivery in words, to filter lists by. */
@Component
class Channels {

    private final List<String> names;

    Channels(List<DeliveryChannel> channels) {
        names = channels.stream().map(DeliveryChannel::name).sorted().toList();
    }

    /** Name of a channel; its code where nobody names it. */
    static String name(Texts t, String channel) {
        return t.orElse("delivery.channel." + channel, channel);
    }

    /** @throws Problem 400 when it is neither a channel nor empty */
    String known(String channel) {
        if (channel.isEmpty() || names.contains(channel)) return channel;
        throw Problem.bad("channel", "form.choose");
    }

    List<Option> options(Texts t) {
        return Option.after(
                new Option("", t.of("delivery.channel.all")),
                names.stream().map(name -> new Option(name, name(t, name))).toList());
    }
}

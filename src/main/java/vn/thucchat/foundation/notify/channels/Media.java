package vn.thucchat.foundation.notify.channels;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Demo;

/**
 * The channels that can be used now. While the demonstration is on nothing leaves the platform: messages of invented people
 * are kept, and real people are told in the inbox alone. Without it, invented people are told nothing.
 */
@Component
public class Media {

    private final Map<Medium, OutgoingChannel> channels = new EnumMap<>(Medium.class);
    private final KeptMessages kept;
    private final ObjectProvider<Demo> demo;

    Media(List<OutgoingChannel> channels, KeptMessages kept, ObjectProvider<Demo> demo) {
        for (OutgoingChannel channel : channels)
            if (this.channels.put(channel.medium(), channel) != null)
                throw new IllegalStateException("Two channels for " + channel.medium());
        this.kept = kept;
        this.demo = demo;
    }

    /** Finds the channel that takes messages of a medium to real or to invented people. */
    public Optional<OutgoingChannel> channel(Medium medium, boolean synthetic) {
        if (demonstration()) return synthetic ? Optional.of(kept.channel(medium)) : Optional.empty();
        return synthetic
                ? Optional.empty()
                : Optional.ofNullable(channels.get(medium)).filter(OutgoingChannel::configured);
    }

    /** The media by which such people can be reached. */
    public Set<Medium> usable(boolean synthetic) {
        Set<Medium> usable = EnumSet.noneOf(Medium.class);
        for (Medium medium : Medium.values()) if (channel(medium, synthetic).isPresent()) usable.add(medium);
        return usable;
    }

    /** Whether messages are kept instead of sent. */
    public boolean demonstration() {
        return demo.stream().anyMatch(Demo::on);
    }
}

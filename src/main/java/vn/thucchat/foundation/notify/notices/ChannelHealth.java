package vn.thucchat.foundation.notify.notices;

import vn.thucchat.foundation.notify.channels.Medium;

/**
 * How a channel did lately.
 *
 * @param accepted messages that the provider took
 * @param failed tries that it did not take, for reasons of its own
 * @param medianSeconds from the act to the provider's answer, of those that it took
 */
public record ChannelHealth(Medium medium, long accepted, long failed, long medianSeconds) {

    /** Whether so many tries fail that somebody has to look: a fifth, or all of the few there were. */
    public boolean failing() {
        return failed > 0 && failed * 5 >= accepted + failed;
    }
}

package vn.thucchat.foundation.notify.channels;

/** A provider that takes messages to people. A bean; at most one for each medium. */
public interface OutgoingChannel {

    Medium medium();

    /** Whether this installation is configured to use it. */
    boolean configured();

    /** Whether it carries notices of a kind at all: a channel may need a template for each. */
    default boolean takes(String kind) {
        return true;
    }

    /** The host that messages go to: what leaves for one host is limited together. */
    String host();

    /**
     * Tries once to hand a message over, within a minute, outside of a transaction. The same message may come again under
     * the same id: the provider is told that id.
     */
    SendResult send(OutgoingMessage message);
}

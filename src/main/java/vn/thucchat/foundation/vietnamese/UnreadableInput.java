package vn.thucchat.foundation.vietnamese;

import java.util.List;

/** Thrown by a converter: a typed text means nothing that the field takes, or could mean two things. */
public final class UnreadableInput extends IllegalArgumentException {

    private final String key;
    private final List<String> arguments;

    /** @param key of the message that says why, with the remedy */
    public UnreadableInput(String key, List<String> arguments) {
        super(key);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    public String key() {
        return key;
    }

    public List<String> arguments() {
        return arguments;
    }
}

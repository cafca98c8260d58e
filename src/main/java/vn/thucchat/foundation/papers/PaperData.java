package vn.thucchat.foundation.papers;

import java.time.Instant;

/**
 * A file that a paper carries inside: what the paper says, in a form that programs read (an associated file of
 * ISO 19005-3, PDF/A-3). PDF readers list it among the attachments.
 *
 * @param name with its ending, of letters, digits, {@code -}, {@code _} and {@code .}: {@code so-lieu.csv}
 * @param mediaType {@code text/csv}, {@code application/json}
 * @param description one line for people, in the paper's language
 * @param content at most {@value #LARGEST} bytes
 * @param at when the content was as it is
 */
@SuppressWarnings("ArrayRecordComponent") // written into the paper as it is; never compared
public record PaperData(String name, String mediaType, String description, byte[] content, Instant at) {

    /** In bytes. */
    static final int LARGEST = 5_000_000;

    /** @throws IllegalArgumentException when the name could be a path, or the content is too large */
    public PaperData {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}"))
            throw new IllegalArgumentException("A paper's data cannot be called " + name);
        if (content.length > LARGEST)
            throw new IllegalArgumentException(content.length + " bytes are too many for a paper's data");
    }
}

package vn.thucchat.foundation.signing;

import java.util.List;

/** Lists documents that somebody may try the verification with. At most one bean, of the demonstration. */
public interface VerificationSamples {

    /**
     * A document to download.
     *
     * @param path {@code /demonstration/signed/good.pdf}
     * @param key of the message that names it
     */
    record Sample(String path, String key) {}

    /** Empty while there is none. */
    List<Sample> samples();
}

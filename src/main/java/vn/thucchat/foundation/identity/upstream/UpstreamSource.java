package vn.thucchat.foundation.identity.upstream;

import java.util.Optional;

/** Names one provider, as long as it is set up. Rooms contribute beans: configuration, the demonstration. */
public interface UpstreamSource {

    /** Empty while there is none. */
    Optional<UpstreamProvider> provider();
}

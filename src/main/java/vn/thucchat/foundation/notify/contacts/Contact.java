package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.AddressKind;

/**
 * An address of a person.
 *
 * @param address {@code an@thainguyen.example} or {@code +84912345678}; personal data
 * @param verifiedAt when its owner sent back the code, or null
 * @param lost why it reaches the person no more, or null
 */
public record Contact(
        UUID account,
        UUID id,
        AddressKind kind,
        String address,
        @Nullable Instant verifiedAt,
        @Nullable Instant lostAt,
        @Nullable Lost lost) {

    /** Why an address is not used any more. */
    public enum Lost {
        REMOVED,
        /** Another account confirmed it later. */
        TAKEN,
        /** The provider says that it reaches nobody. */
        BROKEN
    }

    /** The address for its own person; a browser's is of no use to anybody. */
    public String shown() {
        return kind == AddressKind.BROWSER ? "" : address;
    }

    public boolean confirmed() {
        return verifiedAt != null && lost == null;
    }

    /** The address for others to see: {@code a•••@thainguyen.example}, {@code +8491•••••78}. */
    public String masked() {
        return kind.masked(address);
    }
}

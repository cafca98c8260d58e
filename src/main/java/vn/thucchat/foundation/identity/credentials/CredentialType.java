package vn.thucchat.foundation.identity.credentials;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.thucchat.foundation.identity.access.Actor;

/**
 * One kind of fact that a room lets people carry in a wallet. The room has a bean of this type; its words are messages of the
 * room: {@code credential.<code>} (name), {@code credential.<code>.text} (what it shows), and {@code
 * credential.<code>.<claim>} for each claim.
 */
public interface CredentialType {

    /** Its name in addresses and for wallets: {@code market-trader}. */
    String code();

    /** What it says. Names are those of JSON: {@code market_name}. */
    List<Claim> claims();

    /** How long it is good at the longest; at most 180 days. */
    default Duration lasts() {
        return Duration.ofDays(90);
    }

    /** The facts that the person holds now. */
    List<CredentialDataset> holdings(Actor holder);

    /**
     * Of facts that were issued, those that the same account still holds: the fact of an account that became another's is not
     * the first one's any more. Asked for thousands at once, often.
     */
    Set<Held> standing(Collection<Held> issued);

    /**
     * One claim of a credential.
     *
     * @param selective whether the holder may leave it out
     */
    record Claim(String name, boolean selective) {

        public static Claim always(String name) {
            return new Claim(name, false);
        }

        public static Claim selective(String name) {
            return new Claim(name, true);
        }
    }

    /** A fact, and by which account it was taken to a wallet. */
    record Held(UUID account, UUID holding) {}
}

package vn.thucchat.foundation.identity.credentials;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a person holds.
 *
 * @param id of the room's record
 * @param label for the person's own page: {@code Chợ Phan Đình Phùng, sạp A1}
 * @param untilOn the last day on which it holds, or null while none is known
 * @param claims texts, numbers and truth values by the names of the type's claims
 */
public record CredentialDataset(
        UUID id, String label, @Nullable LocalDate untilOn, boolean synthetic, Map<String, Object> claims) {

    public CredentialDataset {
        claims = Map.copyOf(claims);
    }
}

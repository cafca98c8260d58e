package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ten codes to be printed, shown this once.
 *
 * @param draft of the device that they belong to, sealed; null when they count already
 */
public record RecoveryCodesPage(
        String username, List<String> codes, @Nullable String draft) {}

package vn.thucchat.foundation.identity.credentials.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.credentials.AvailableCredentials;
import vn.thucchat.foundation.identity.credentials.CredentialBatch;

/**
 * What a person may take to a wallet, and what was taken before.
 *
 * @param first the address of the first part of the list, or null on it
 * @param next the address of the next part, or null on the last
 */
public record CredentialsPage(
        List<AvailableCredentials.Available> facts,
        List<CredentialBatch> issued,
        @Nullable String first,
        @Nullable String next) {}

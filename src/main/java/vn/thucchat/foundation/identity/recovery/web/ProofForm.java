package vn.thucchat.foundation.identity.recovery.web;

import jakarta.validation.constraints.NotNull;
import vn.thucchat.foundation.identity.recovery.RecoveryProof;

/**
 * One proof, or the wish for a code.
 *
 * @param address to which a code is to be sent
 * @param code as it arrived, or of the paper
 */
record ProofForm(@NotNull(message = "form.choose") RecoveryProof proof, String address, String code) {}

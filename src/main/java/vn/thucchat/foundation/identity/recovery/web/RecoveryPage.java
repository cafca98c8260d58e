package vn.thucchat.foundation.identity.recovery.web;

import java.util.List;
import vn.thucchat.foundation.identity.recovery.Recovery;
import vn.thucchat.foundation.identity.recovery.RecoveryProof;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.pages.Form;

/**
 * How it stands with a recovery.
 *
 * @param path of this page, to be kept by who waits
 * @param ways of providers by which somebody can prove it
 */
public record RecoveryPage(
        Recovery recovery, Recovery.State state, String path, List<SignInWays.Way> ways, Form<?> form) {

    /** The proofs that can be given now: before the wait those that are missing, after it one of those given again. */
    public List<RecoveryProof> takes() {
        boolean again = state == Recovery.State.CONFIRMING;
        return List.of(RecoveryProof.values()).stream()
                .filter(proof -> again == recovery.proofs().contains(proof.name()))
                .toList();
    }
}

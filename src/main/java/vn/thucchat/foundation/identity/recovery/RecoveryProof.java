package vn.thucchat.foundation.identity.recovery;

/** Names a kind of proof by which an owner shows, besides the lost device, who they are; two of different kinds count. */
public enum RecoveryProof {
    /** a code sent to an e-mail address confirmed some days before */
    EMAIL,
    /** a code sent to a telephone number confirmed some days before */
    PHONE,
    /** a sign-in by a linked provider: VNeID */
    PROVIDER,
    /** one of the codes on paper */
    PAPER
}

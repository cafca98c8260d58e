package vn.thucchat.foundation.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a document's signatures came to.
 *
 * @param reasons why, of the document as a whole; those of one signature stand with it
 */
public record Verification(Verdict verdict, List<Reason> reasons, List<DocumentSignature> signatures) {

    public Verification {
        reasons = List.copyOf(reasons);
        signatures = List.copyOf(signatures);
    }

    /** The one answer, from the best to what says nothing. */
    public enum Verdict {
        /** Nothing was changed since the last signature, and each signer is vouched for by an authority that we trust. */
        INTACT_AND_TRUSTED,
        /** Nothing was changed, but a signer is not vouched for, or no longer. */
        UNTRUSTED,
        /** Something was changed after a signature, or a signature does not fit its document. */
        ALTERED,
        /** It cannot be said now: the file cannot be read, or an authority does not answer. */
        INDETERMINATE,
        /** There is no signature. */
        UNSIGNED
    }

    /** Why; in plain words in the message {@code signing.reason.NAME}. */
    public enum Reason {
        NOT_PDF(Verdict.INDETERMINATE),
        TOO_LARGE(Verdict.INDETERMINATE),
        TOO_COMPLEX(Verdict.INDETERMINATE),
        ENCRYPTED(Verdict.INDETERMINATE),
        UNREADABLE(Verdict.INDETERMINATE),
        CONTENT_CHANGED(Verdict.ALTERED),
        CHANGED_AFTER_SIGNING(Verdict.ALTERED),
        HIDDEN_CONTENT_BEHIND(Verdict.ALTERED),
        SIGNATURE_REMOVED(Verdict.ALTERED),
        WRONG_RANGE(Verdict.ALTERED),
        SIGNATURE_BROKEN(Verdict.ALTERED),
        UNKNOWN_ISSUER(Verdict.UNTRUSTED),
        REVOKED(Verdict.UNTRUSTED),
        EXPIRED(Verdict.UNTRUSTED),
        NOT_YET_VALID(Verdict.UNTRUSTED),
        WEAK_ALGORITHM(Verdict.UNTRUSTED),
        UNFIT_CERTIFICATE(Verdict.UNTRUSTED),
        REVOCATION_UNKNOWN(Verdict.INDETERMINATE),
        UNDECIDED(Verdict.INDETERMINATE),
        /** The demonstration's authority vouches for the signer: nobody's signature. */
        SYNTHETIC(Verdict.INTACT_AND_TRUSTED);

        private final Verdict means;

        Reason(Verdict means) {
            this.means = means;
        }

        Verdict means() {
            return means;
        }
    }

    /**
     * One signature.
     *
     * @param claimedAt when the signer's machine says that it was made
     * @param stampedAt when an authority says that it existed; null without a time stamp
     * @param level of PAdES baseline: {@code B-B}, {@code B-T}, {@code B-LT}, {@code B-LTA}; {@code OTHER}
     * @param last whether nothing but proofs (time stamps, revocation data) follows it in the file
     */
    public record DocumentSignature(
            Signer signer,
            Verdict verdict,
            List<Reason> reasons,
            @Nullable Instant claimedAt,
            @Nullable Instant stampedAt,
            String level,
            boolean last) {}

    /**
     * Whose certificate it is, as it says itself; names are true only where the verdict is.
     *
     * @param agency empty where none stands in the certificate
     * @param serial of the certificate, hexadecimal
     * @param issuer name of the authority
     */
    public record Signer(String name, String agency, String serial, String issuer) {}

    static Verification refused(Reason reason) {
        return new Verification(reason.means(), List.of(reason), List.of());
    }

    /** The worst of some reasons: what was changed weighs more than what is not known, and that more than trust. */
    static Verdict worst(List<Reason> reasons) {
        for (Verdict verdict : List.of(Verdict.ALTERED, Verdict.UNTRUSTED, Verdict.INDETERMINATE))
            if (reasons.stream().anyMatch(reason -> reason.means() == verdict)) return verdict;
        return Verdict.INTACT_AND_TRUSTED;
    }
}

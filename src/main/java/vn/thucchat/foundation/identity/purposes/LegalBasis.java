package vn.thucchat.foundation.identity.purposes;

/** By what personal data may be processed (Law 91/2025/QH15, consent and the cases without it). */
public enum LegalBasis {
    /** the person agreed, to this purpose alone, and may withdraw at any time */
    CONSENT,
    /** a law asks for it */
    LAW,
    /** a contract with the person needs it */
    CONTRACT,
    /** life or health is in danger */
    EMERGENCY,
    /** an agency of the state does its duty by it */
    STATE_FUNCTION;

    public String key() {
        return "purpose.basis." + this;
    }
}

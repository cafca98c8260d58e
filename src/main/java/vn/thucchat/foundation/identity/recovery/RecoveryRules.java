package vn.thucchat.foundation.identity.recovery;

/** Names the numbers of recoveries that the office may state anew among the rules of privacy. */
final class RecoveryRules {

    /** Hours between two proofs and a new password. */
    static final String WAIT_HOURS = "recovery.wait-hours";
    /** Days that an address has been confirmed before it proves anything. */
    static final String CONTACT_DAYS = "recovery.contact-days";
    /** Minutes that the link of a counter holds. */
    static final String COUNTER_MINUTES = "recovery.counter-minutes";

    private RecoveryRules() {}
}

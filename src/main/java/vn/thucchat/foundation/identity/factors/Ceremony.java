package vn.thucchat.foundation.identity.factors;

/** Names what a challenge was given for: an answer to one of them is worth nothing in another. */
enum Ceremony {
    /** a new passkey */
    REGISTRATION,
    /** a session begins */
    SIGN_IN,
    /** somebody signed in proves again who they are */
    STEP_UP
}

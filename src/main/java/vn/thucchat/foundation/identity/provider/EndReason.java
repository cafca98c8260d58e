package vn.thucchat.foundation.identity.provider;

/** Why an authorization ended before its time. */
enum EndReason {
    /** its code was sent twice */
    CODE_REUSED,
    /** its code was sent by another client */
    WRONG_CLIENT,
    /** a refresh token was sent after its successor had been used, or too late */
    REFRESH_REUSED,
    /** the client gave it back */
    REVOKED,
    /** the person withdrew the consent */
    WITHDRAWN,
    /** the person ended it on one device or browser */
    ENDED_BY_PERSON
}

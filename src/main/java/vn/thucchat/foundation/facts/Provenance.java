package vn.thucchat.foundation.facts;

/** How we know: the platform saw the act, a unit stated it with a document, or a survey asked. */
public enum Provenance {
    MEASURED,
    REPORTED,
    SURVEYED
}

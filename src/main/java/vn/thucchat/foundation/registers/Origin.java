package vn.thucchat.foundation.registers;

import java.util.EnumSet;
import java.util.Set;

/** From where a value came. Which origin wins for which field is a dated rule: {@link OriginRules}. */
public enum Origin {
    /** a national database or VNeID answered it */
    NATIONAL_DATABASE,
    /** a clerk at a counter read it from a card or certificate */
    CARD_READ,
    /** an agency decided it in a dossier */
    DOSSIER,
    /** the person stated it, by consent */
    STATED,
    /** taken over from the system before */
    IMPORTED;

    /** What only the platform writes down, for a room that has checked by what act. */
    static final Set<Origin> OF_ROOMS = EnumSet.of(NATIONAL_DATABASE, DOSSIER, IMPORTED);

    public String key() {
        return "registers.origin." + this;
    }
}

package vn.thucchat.foundation.identity.purposes;

import java.util.List;
import vn.thucchat.foundation.pages.Texts;

/**
 * States one purpose for which a room holds data about people. The room has a bean of this type; its words are messages
 * of the room: {@code purpose.<code>} (why), and with {@code .data} (what), {@code .who} (who receives it) and {@code
 * .kept} (how long).
 *
 * @param code room and noun: {@code notify.optional-email}
 * @param version 1, and one more whenever data, reason or receivers widen: who consented before is asked anew; a word
 *     that is only put better keeps it
 */
public record DataPurpose(String code, LegalBasis basis, int version) {

    public DataPurpose {
        if (!code.matches("[a-z]+(\\.[a-z]+)*(-[a-z]+)*") || version < 1) throw new IllegalArgumentException(code);
    }

    public static DataPurpose of(String code, LegalBasis basis) {
        return new DataPurpose(code, basis, 1);
    }

    /** The message key of why. */
    public String key() {
        return "purpose." + code;
    }

    /** All that is told of the purpose in a language. */
    public PurposeText text(Texts t) {
        return new PurposeText(
                code,
                t.language(),
                t.of(key()),
                List.of(
                        line(t, "purposes.data", t.of(key() + ".data")),
                        line(t, "purposes.who", t.of(key() + ".who")),
                        line(t, "purposes.kept", t.of(key() + ".kept")),
                        line(t, "purposes.basis", t.of(basis.key())),
                        line(t, "purposes.controller", t.of("purposes.controller.name"))));
    }

    private static PurposeText.Line line(Texts t, String label, String text) {
        return new PurposeText.Line(t.of(label), text);
    }
}

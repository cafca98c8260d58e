package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * A passkey of a person, as the person sees it.
 *
 * @param label what its owner calls it: {@code Điện thoại}; empty when it was never named
 * @param backedUp at its latest use it was kept by more than one device ("đồng bộ"); else on that one alone
 * @param usedAt when it signed its owner in last, or null
 */
public record Passkey(
        UUID id,
        UUID account,
        String label,
        boolean backedUp,
        Instant madeAt,
        @Nullable Instant usedAt) {

    private static final int LONGEST_LABEL = 60;

    /** What was typed as a label in one form of Unicode, or nothing when it cannot be one: too long, or unseen signs. */
    static Optional<String> label(String typed) {
        if (typed.length() > 10 * LONGEST_LABEL) return Optional.empty();
        String label = VietnameseText.kept(typed).strip();
        boolean seen = label.codePoints().noneMatch(sign -> switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
        return seen && label.codePointCount(0, label.length()) <= LONGEST_LABEL ? Optional.of(label) : Optional.empty();
    }
}

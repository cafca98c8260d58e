package vn.thucchat.steering.indicators.definitions;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a figure or a target is taken from.
 *
 * @param number as on the paper ({@code 793/QĐ-UBND}), or empty
 * @param file the attachment, or null when only named
 */
public record Document(
        UUID id,
        String number,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable UUID file) {

    /** Number, title, issuer: as one line. */
    public String citation() {
        return (number.isEmpty() ? "" : number + " · ") + title + (issuer.isEmpty() ? "" : " (" + issuer + ")");
    }

    Document with(UUID attachment) {
        return new Document(id, number, title, issuer, issuedOn, attachment);
    }
}

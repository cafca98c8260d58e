package vn.thucchat.steering.indicators.definitions.web;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.steering.indicators.definitions.Document;

/** The document that figures or targets come from, as a person types it beside them. */
@NamedInterface("requests")
public record DocumentForm(
        @Size(min = 3, max = 500, message = "document.title.length")
        String title,

        @Size(max = 100, message = TOO_LONG) String number,

        @Nullable @PastOrPresent(message = "paper.day.future")
        LocalDate issuedOn,

        @Size(max = 300, message = TOO_LONG) String issuer) {

    private static final String TOO_LONG = "text.too-long";

    /** Whether the fields name a document at all. */
    public static boolean named(Form<?> form) {
        return Stream.of("title", "number", "issuedOn", "issuer", "keptFile")
                .anyMatch(field -> !form.text(field).isEmpty());
    }

    /** @param id of the document, should it be a new one */
    public Document document(UUID id, @Nullable UUID file) {
        return new Document(id, number, title, issuer, issuedOn, file);
    }
}

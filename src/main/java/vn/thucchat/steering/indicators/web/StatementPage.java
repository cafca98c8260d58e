package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;

/**
 * What a unit stated, in its words.
 *
 * @param figure the figure that it stands behind
 * @param parts what numerator and denominator are called, or null when the definition does not say
 * @param quote the words it stands in, or empty
 * @param derivation how it was concluded where the document does not state it as it stands, or empty
 * @param documentUrl the attachment, or null when the document is only named
 * @param supersededBy the later statement that took its place, or null
 */
public record StatementPage(
        String indicator,
        String pillar,
        List<Link> path,
        Link figure,
        @Nullable Quantity value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable RatioParts parts,
        Provenance provenance,
        boolean synthetic,
        String quote,
        String derivation,
        LocalDate asOf,
        String document,
        @Nullable LocalDate issuedOn,
        @Nullable String documentUrl,
        String statedBy,
        @Nullable Instant statedAt,
        String acceptedBy,
        @Nullable Instant acceptedAt,
        @Nullable String supersededBy) {}

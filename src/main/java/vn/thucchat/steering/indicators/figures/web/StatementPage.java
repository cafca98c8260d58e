package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RatioParts;

/**
 * What a unit stated, in its words.
 *
 * @param figure the figure that it stands behind
 * @param parts what numerator and denominator are called, or null when the definition does not say
 * @param quote the words it stands in, or empty
 * @param derivation how it was concluded where the document does not state it as it stands, or empty
 * @param documentUrl the attachment, or null when the document is only named or its file is withheld
 * @param withheld whether the file of an invented document is kept from a stranger
 * @param withoutFile why there is no attachment, in the officer's words, or empty
 * @param citedAt the page of the document with all that is taken from it, or null while this statement is not published
 * @param passage the paragraph of the attachment that the quotation stands in, or null
 * @param lines what else the same document states, each to its own page; empty where that is nothing
 * @param stated who stated it: the unit's officer, or whoever issued the document where the platform took it over
 * @param entered who wrote down what others had published, or null
 * @param accepted who looked at it and accepted it, or null
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
        boolean withheld,
        String withoutFile,
        @Nullable String citedAt,
        @Nullable Passage passage,
        List<Line> lines,
        @Nullable By stated,
        @Nullable By entered,
        @Nullable By accepted,
        @Nullable String supersededBy) {

    /** @param when a day or a time, in words */
    public record By(String name, String when) {}

    /** Another number of the same document. */
    public record Line(String name, String value, String url) {}
}

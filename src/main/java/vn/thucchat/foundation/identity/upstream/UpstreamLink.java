package vn.thucchat.foundation.identity.upstream;

import java.time.Instant;
import java.util.UUID;

/**
 * An account that a subject of a provider signs in to.
 *
 * @param subjectMark by which the owner's page names it; it says nothing of the subject
 * @param name of the person or organisation, as the provider said last
 * @param organisation tax code of an organisation's account; empty for a person's
 */
public record UpstreamLink(
        String subjectMark,
        UUID account,
        String provider,
        int level,
        String organisation,
        String name,
        Instant linkedAt,
        Instant usedAt) {}

/**
 * The documents that targets and published figures are taken from: found by their words, each with all that cites it.
 *
 * <p>Begin with {@link CitedDocuments}. Has no tables of its own: reads {@code document}, {@code target}, {@code
 * submission}, {@code statement} and {@code figure} in schema {@code indicators}. Records no facts, publishes no events.
 * Routes: {@code /documents/{id}}, {@code /documents/{id}/file}.
 */
@ApplicationModule(
        displayName = "Indicators: documents",
        allowedDependencies = {
            "foundation.database",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.pages",
            "foundation.search",
            "foundation.units",
            "steering.indicators.definitions",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words"
        })
@NullMarked
package vn.thucchat.steering.indicators.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

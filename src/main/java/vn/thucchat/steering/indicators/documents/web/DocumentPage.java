package vn.thucchat.steering.indicators.documents.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.steering.indicators.documents.Citation;
import vn.thucchat.steering.indicators.documents.CitedDocument;

/**
 * A document and what is taken from it.
 *
 * @param url its own address
 * @param file where it can be had; null when it is only named, or invented and the reader a stranger
 */
public record DocumentPage(
        String url, CitedDocument cited, @Nullable String file, boolean first, Slice<Row> rows) {

    /**
     * A target or a figure.
     *
     * @param url of the figure's page
     * @param origin of the statement that it repeats; null of a target
     */
    public record Row(
            Citation.Kind kind,
            String unit,
            String period,
            String indicator,
            String url,
            @Nullable String origin,
            String value,
            boolean synthetic) {}
}

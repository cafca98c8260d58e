package vn.thucchat.steering.indicators.explorer.web;

import org.jspecify.annotations.Nullable;

/**
 * A view in the frame of another site.
 *
 * @param value the figure in words, or null
 * @param verdict how it stands against its path or target, in words, or null; {@code tone} the class of its colour
 * @param url the figure's page
 */
public record EmbedPage(
        PicturePage picture,
        @Nullable String value,
        @Nullable String verdict,
        String tone,
        String url) {}

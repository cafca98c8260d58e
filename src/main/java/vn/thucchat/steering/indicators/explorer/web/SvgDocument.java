package vn.thucchat.steering.indicators.explorer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;

/** Makes a document of an SVG that a template wrote as part of a page. */
final class SvgDocument {

    /** Names that HTML puts right by itself and XML does not: templates have small letters only. */
    private static final List<String> NAMES =
            List.of("viewBox", "preserveAspectRatio", "patternUnits", "patternTransform");

    private static final String STYLE = style();

    private SvgDocument() {}

    /** With its own style, as no style sheet of the site reaches it. */
    static String of(String svg) {
        String document = svg;
        for (String name : NAMES)
            document = document.replace(" " + name.toLowerCase(Locale.ROOT) + "=", " " + name + "=");
        return document.strip()
                .replaceFirst("</title>", Matcher.quoteReplacement("</title><style>" + STYLE + "</style>"));
    }

    private static String style() {
        try (InputStream style = SvgDocument.class.getResourceAsStream("/papers/figure-picture.css")) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.thucchat.steering.indicators.explorer.web;

import java.util.List;

/** Makes a document of an SVG that a template wrote as part of a page. */
final class SvgDocument {

    /** Names that HTML puts right by itself and XML does not: templates have small letters only. */
    private static final List<String> NAMES =
            List.of("viewBox", "preserveAspectRatio", "patternUnits", "patternTransform");

    private SvgDocument() {}

    static String of(String svg) {
        String document = svg;
        for (String name : NAMES)
            document = document.replace(" " + name.toLowerCase(java.util.Locale.ROOT) + "=", " " + name + "=");
        return document.strip();
    }
}

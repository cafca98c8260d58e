package vn.thucchat.steering.indicators.explorer.web;

import java.util.regex.Matcher;
import vn.thucchat.foundation.papers.SvgMarkup;

/** Makes a document of an SVG that a template wrote as part of a page. */
final class SvgDocument {

    private SvgDocument() {}

    /** With its own style, as no style sheet of the site reaches it. */
    static String of(String svg) {
        return SvgMarkup.xml(svg)
                .strip()
                .replaceFirst("</title>", Matcher.quoteReplacement("</title><style>" + SvgMarkup.style() + "</style>"));
    }
}

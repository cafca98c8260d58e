package vn.thucchat.foundation.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Makes XML of SVG that a template wrote for pages, and brings the style of pictures where no style sheet reaches. */
public final class SvgMarkup {

    /** Names that HTML puts right by itself and XML does not: templates have small letters only. */
    private static final List<String> NAMES =
            List.of("viewBox", "preserveAspectRatio", "patternUnits", "patternTransform");

    private static final String STYLE = read("/papers/figure-picture.css");

    private SvgMarkup() {}

    /** With attributes as XML names them: {@code viewBox} for {@code viewbox}. */
    public static String xml(String markup) {
        String xml = markup;
        for (String name : NAMES) xml = xml.replace(" " + name.toLowerCase(Locale.ROOT) + "=", " " + name + "=");
        return xml;
    }

    /** The style of pictures of figures, for a {@code style} element inside one. */
    public static String style() {
        return STYLE;
    }

    private static String read(String path) {
        try (InputStream style = PaperAssets.resource(path)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

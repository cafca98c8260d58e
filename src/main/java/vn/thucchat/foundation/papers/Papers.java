package vn.thucchat.foundation.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.pages.Problem;

/**
 * Makes a PDF of a paper: of XHTML that a template of ours rendered ({@code Pages.paper}), with {@code paper.jte} as
 * its layout. It is PDF/A-2a and PDF/UA: every font inside, tagged, with title, language and bookmarks (of {@code h2}
 * and {@code h3}), to be read aloud and in thirty years. It loads nothing but {@code papers:} (the class path folder
 * {@code papers/}) and {@code data:}.
 */
public final class Papers {

    private static final String FONTS = "/liberation/Liberation";
    private static final EnumSet<FSFontUseCase> TEXT_AND_PICTURES =
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // its own console log; what matters comes by the consumer below
        XRLog.setLoggingEnabled(false);
    }

    private Papers() {}

    /**
     * @param xhtml well-formed, without a document type, with {@code lang} on the root and a {@code title}
     * @throws Problem 503 when too many papers are waiting
     * @throws IllegalArgumentException when it is not so, or names something that may not be loaded: both are faults of
     *     a template
     */
    public static byte[] pdf(String xhtml) {
        return HeavyWork.PAPERS.run(() -> rendered(xhtml, PdfAConformance.PDFA_2_A));
    }

    /**
     * Makes a paper that carries its own data: PDF/A-3a, with the files among its attachments.
     *
     * @param data with names of their own
     * @throws Problem 503 when too many papers are waiting
     * @throws IllegalArgumentException as without data, and when two files have one name
     */
    public static byte[] pdf(String xhtml, List<PaperData> data) {
        return HeavyWork.PAPERS.run(() -> AssociatedFiles.added(rendered(xhtml, PdfAConformance.PDFA_3_A), data));
    }

    private static byte[] rendered(String xhtml, PdfAConformance conformance) {
        List<String> refused = new ArrayList<>();
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(document(xhtml), PaperAssets.SCHEME + ":");
        builder.useProtocolsStreamImplementation(new PaperAssets(), PaperAssets.SCHEME);
        for (var moment : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl(
                    (address, type) -> {
                        if (PaperAssets.allowed(address)) return true;
                        refused.add(address);
                        return false;
                    },
                    moment);
        fonts(builder, "Liberation Serif", "Serif");
        fonts(builder, "Liberation Sans", "Sans");
        builder.useUnicodeLineBreaker(new NumberBreaks());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useColorProfile(SRGB);
        builder.usePdfAConformance(conformance);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Thực Chất");
        builder.withDiagnosticConsumer(Papers::demandHealthy);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!refused.isEmpty()) throw new IllegalArgumentException("a paper may not load " + refused);
        return pdf.toByteArray();
    }

    private static void demandHealthy(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.SEVERE.intValue())
            throw new IllegalArgumentException(diagnostic.getFormattedMessage(), diagnostic.getError());
    }

    private static void fonts(PdfRendererBuilder builder, String family, String file) {
        font(builder, family, file + "-Regular", 400, FontStyle.NORMAL);
        font(builder, family, file + "-Bold", 700, FontStyle.NORMAL);
        font(builder, family, file + "-Italic", 400, FontStyle.ITALIC);
        font(builder, family, file + "-BoldItalic", 700, FontStyle.ITALIC);
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        builder.useFont(
                () -> PaperAssets.resource(FONTS + file + ".ttf"), family, weight, style, true, TEXT_AND_PICTURES);
    }

    /**
     * Diacritics typed apart from their letter (NFD) are joined: the renderer draws glyph after glyph. What XML has no
     * room for (control characters, halves of surrogate pairs) is left out, as somebody's text may hold it.
     */
    private static Document document(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // the default prints to the console
            builder.setErrorHandler(null);
            var document = builder.parse(new InputSource(new StringReader(
                    Normalizer.normalize(NOT_XML.matcher(SvgMarkup.xml(xhtml)).replaceAll(""), Normalizer.Form.NFC))));
            Bookmarks.add(document);
            return document;
        } catch (SAXException e) {
            throw new IllegalArgumentException("a paper that is not well-formed", e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

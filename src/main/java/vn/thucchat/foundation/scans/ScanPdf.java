package vn.thucchat.foundation.scans;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** A PDF of pictures as archives take it: PDF/A-2b (ISO 19005-2). */
final class ScanPdf implements Closeable {

    /** Of JPEG, 0 to 1: print and seals are clear, a page of A4 has about 400 KB. */
    private static final float QUALITY = 0.75f;

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final PDDocument document = new PDDocument();
    private final String title;

    ScanPdf(String title) {
        this.title = title;
    }

    /** Adds a page of A4, upright or lying as the picture is, with the picture as large as it can be. */
    void add(BufferedImage picture) throws IOException {
        boolean lying = picture.getWidth() > picture.getHeight();
        float width = lying ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth();
        float height = lying ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight();
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        var image = JPEGFactory.createFromImage(document, picture, QUALITY);
        float scale = Math.min(width / picture.getWidth(), height / picture.getHeight());
        float w = picture.getWidth() * scale;
        float h = picture.getHeight() * scale;
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
        }
    }

    byte[] bytes() throws IOException {
        var catalog = document.getDocumentCatalog();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        document.getDocumentInformation().setTitle(title);
        catalog.setLanguage("vi");
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp());
        catalog.setMetadata(metadata);
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private byte[] xmp() throws IOException {
        var xmp = XMPMetadata.createXMPMetadata();
        xmp.createAndAddDublinCoreSchema().setTitle(title);
        try {
            var archived = xmp.createAndAddPDFAIdentificationSchema();
            archived.setPart(2);
            archived.setConformance("B");
            var written = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, written, true);
            return written.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("cannot write the metadata", e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

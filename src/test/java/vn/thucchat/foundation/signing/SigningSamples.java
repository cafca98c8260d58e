package vn.thucchat.foundation.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.http.client.InetAddressFilter;
import vn.thucchat.foundation.http.OutboundClients;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.signing.PadesSigner.Lasting;
import vn.thucchat.testing.TestTime;

/** Documents, an authority and signers for tests; made once, as keys take their time. */
@NullMarked
public final class SigningSamples {

    static final OutboundHttp HTTP = OutboundClients.usual();
    static final DevelopmentAuthority AUTHORITY = new DevelopmentAuthority("CA thử", TestTime.CLOCK);
    static final DevelopmentAuthority STRANGER = new DevelopmentAuthority("CA lạ", TestTime.CLOCK);
    static final SigningKey PERSON = AUTHORITY.issue("Trần Thị Ký", "");
    static final SigningKey AGENCY = AUTHORITY.issue("Sở Tư pháp", "UBND tỉnh Thái Nguyên");
    static final PadesSigner SIGNER = PadesSigner.of(AUTHORITY, HTTP, TestTime.CLOCK);
    private static final InetAddressFilter LOCAL = InetAddressFilter.of("127.0.0.0/8", "::1/128");
    static final SignatureVerifier VERIFIER = new SignatureVerifier(
            new Authorities(() -> List.of(AUTHORITY.root()), HTTP, LOCAL), _ -> false, TestTime.CLOCK);

    private SigningSamples() {}

    /** A paper of some pages, each with its line of text. */
    public static byte[] paper(String... lines) {
        try (var document = new PDDocument()) {
            for (String line : lines) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    content.newLineAtOffset(72, 700);
                    content.showText(line);
                    content.endText();
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A paper signed by somebody for whom nobody vouches. */
    public static byte[] ofStranger() {
        try {
            return PadesSigner.of(STRANGER, HTTP, TestTime.CLOCK)
                    .sign(paper("x"), STRANGER.issue("Ai đó", ""), "Thử", Lasting.B_LT);
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of an authority. */
    public static byte[] root() {
        return encoded(AUTHORITY.root());
    }

    /** The certificate of somebody who vouches for nobody. */
    public static byte[] signer() {
        return encoded(PERSON.certificate());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] signed(SigningKey... keys) {
        return signed(paper("100 000 VND", "Page two"), keys);
    }

    static byte[] signed(byte[] paper, SigningKey... keys) {
        byte[] pdf = paper;
        try {
            for (SigningKey key : keys) pdf = SIGNER.sign(pdf, key, "Thử", Lasting.B_LT);
            return pdf;
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    static String latin(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String pdf) {
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }
}

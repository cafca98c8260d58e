package vn.thucchat.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.PaperHead;
import vn.thucchat.foundation.papers.Papers;
import vn.thucchat.foundation.signing.DevelopmentAuthority;
import vn.thucchat.foundation.signing.PadesSigner;
import vn.thucchat.foundation.signing.PadesSigner.Lasting;
import vn.thucchat.foundation.signing.SigningException;
import vn.thucchat.foundation.signing.TrustAnchors;
import vn.thucchat.foundation.signing.VerificationSamples;

/**
 * A paper of the invented province, signed by an invented person and an invented agency, and a copy of it that somebody
 * altered: to try the verification with.
 */
@Component
public class SignedSamples implements VerificationSamples {

    /** Where they are downloaded. */
    public static final String PATH = "/demonstration/signed/";

    private static final String ROOT = "root";

    private final SignedSampleStore store;
    private final DemonstrationSignIn demonstration;
    private final TrustAnchors anchors;
    private final OutboundHttp http;
    private final Pages pages;
    private final MessageSource messages;
    private final InstantSource clock;
    private final String base;

    SignedSamples(
            SignedSampleStore store,
            DemonstrationSignIn demonstration,
            TrustAnchors anchors,
            OutboundHttp http,
            Pages pages,
            MessageSource messages,
            InstantSource clock,
            @Value("${thucchat.base-url}") String base) {
        this.store = store;
        this.demonstration = demonstration;
        this.anchors = anchors;
        this.http = http;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
        this.base = base;
    }

    /** None while the demonstration is off. */
    @Override
    public List<Sample> samples() {
        if (!demonstration.on()) return List.of();
        return store.names().stream()
                .map(name -> new Sample(PATH + name + ".pdf", "demonstration.signed." + name))
                .toList();
    }

    /** @param name {@code good} or {@code altered} */
    public Optional<byte[]> find(String name) {
        return demonstration.on() && !name.equals(ROOT) ? store.find(name) : Optional.empty();
    }

    /** Believes the authority that vouched for the paper. */
    void believe() {
        store.find(ROOT).ifPresent(root -> anchors.demonstrate(root, "Dữ liệu minh họa, không có giá trị pháp lý"));
    }

    /** Signs the paper with keys that exist only while it does. */
    void make(LocalDate day) {
        try (var authority = new DevelopmentAuthority("CA minh họa Thực Chất", clock)) {
            var signer = PadesSigner.of(authority, http, clock);
            byte[] paper = Papers.pdf(
                    pages.paper("demonstration/signed-paper", new Texts(messages, Locale.of("vi")), head(day)));
            byte[] once =
                    signer.sign(paper, authority.issue("Hoàng Thị Minh Họa", ""), "Người có thẩm quyền", Lasting.B_LT);
            byte[] twice = signer.sign(
                    once,
                    authority.issue("UBND phường Phan Đình Phùng (minh họa)", "UBND phường (minh họa)"),
                    "Cơ quan ban hành",
                    Lasting.B_LT);
            store.insert("good", twice);
            store.insert("altered", altered(twice));
            store.insert(ROOT, authority.root().getEncoded());
        } catch (SigningException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PaperHead head(LocalDate day) {
        return new PaperHead(
                "UBND tỉnh Thái Nguyên",
                "UBND phường Phan Đình Phùng",
                "01/XN-UBND",
                "Phan Đình Phùng",
                day,
                "GIẤY XÁC NHẬN",
                "Đăng ký sử dụng điểm hỗ trợ số",
                null,
                new PaperHead.Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hoàng Thị Minh Họa"),
                List.of("Người đề nghị", "Lưu: VT"),
                "MINH HỌA",
                URI.create(base + "/verify"));
    }

    /** Puts a note on the first page behind the signatures, as somebody would who wants it to say more. */
    private static byte[] altered(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var page = document.getPage(0);
            var note = new PDAnnotationRubberStamp();
            note.setRectangle(new PDRectangle(300, 400, 200, 50));
            note.setContents("Được gia hạn đến 31/12/2099");
            var all = page.getAnnotations();
            all.add(note);
            page.setAnnotations(all);
            page.getCOSObject().setNeedToBeUpdated(true);
            note.getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

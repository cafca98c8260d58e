package vn.thucchat.foundation.scans.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.scans.Scan;
import vn.thucchat.foundation.scans.ScanPage;
import vn.thucchat.foundation.scans.Scans;

/** “Ảnh chụp thành PDF”: photographs in, one document out; neither is kept. */
@Controller
@RequestMapping(ScansController.PATH)
record ScansController(Quota quota, Pages pages) {

    static final String PATH = "/scans";
    private static final int A_MINUTE = 10;

    @GetMapping
    @Allow(signedIn = true)
    View form(Texts t) {
        return page(Form.blank(t), List.of(), false, HttpStatus.OK);
    }

    @PostMapping
    @Allow(signedIn = true)
    View make(
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            Form<ScanForm> form,
            HttpServletRequest request,
            Texts t)
            throws IOException {
        quota.charge(request, A_MINUTE);
        List<byte[]> sent = new ArrayList<>();
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos)
            if (!photo.isEmpty()) sent.add(photo.getBytes());
        Form<ScanForm> checked = sent.isEmpty()
                ? form.with("photos", "scans.photos.none")
                : sent.size() > Scans.MOST
                        ? form.with("photos", "scans.photos.many", Integer.toString(Scans.MOST))
                        : form;
        if (checked.wrong()) return page(checked, List.of(), false, HttpStatus.UNPROCESSABLE_CONTENT);
        ScanForm typed = checked.value();
        String title =
                typed.title().isBlank() ? t.of("scans.file") : typed.title().strip();
        Scan scan = Scans.of(sent, title);
        boolean whole = scan.pdf().length > 0;
        if (whole && (scan.legible() || typed.anyway()))
            return new PdfView(
                    scan.pdf(), FileResponses.disposition(title.replaceAll("[\\\\/:*?\"<>|]", "-") + ".pdf"));
        return page(form, scan.pages(), whole, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(Form<?> form, List<ScanPage> found, boolean whole, HttpStatus status) {
        return pages.show("foundation/scans/scans", new ScansPage(form, found, whole), status);
    }
}

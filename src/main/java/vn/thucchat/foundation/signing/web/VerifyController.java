package vn.thucchat.foundation.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.signing.SignatureVerifier;
import vn.thucchat.foundation.signing.VerificationSamples;

/** Where anybody finds out whether a signed document is what it says; nothing of it is kept. */
@Controller
@RequestMapping(VerifyController.PATH)
record VerifyController(
        SignatureVerifier verifier, ObjectProvider<VerificationSamples> samples, Quota quota, Pages pages) {

    static final String PATH = "/verify";

    /** Documents of one person or, of strangers, one network. */
    private static final int A_MINUTE = 20;

    @GetMapping
    @Allow(anyone = true)
    View ask(Texts t) {
        return page(new VerifyPage(Form.blank(t), "", null, offered()), HttpStatus.OK);
    }

    @PostMapping
    @Allow(anyone = true)
    View verify(@RequestParam(required = false) @Nullable MultipartFile document, Texts t, HttpServletRequest request)
            throws IOException {
        quota.charge(request, A_MINUTE);
        if (document == null || document.isEmpty())
            return page(
                    new VerifyPage(Form.blank(t).with("document", "signing.verify.none"), "", null, offered()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        return page(
                new VerifyPage(
                        Form.blank(t),
                        VerifyPage.name(document.getOriginalFilename()),
                        verifier.verify(document.getBytes()),
                        offered()),
                HttpStatus.OK);
    }

    private List<VerificationSamples.Sample> offered() {
        return samples.orderedStream().flatMap(one -> one.samples().stream()).toList();
    }

    private View page(VerifyPage page, HttpStatus status) {
        return pages.show("foundation/signing/verify", page, status);
    }
}

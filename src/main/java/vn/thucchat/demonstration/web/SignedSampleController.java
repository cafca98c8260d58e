package vn.thucchat.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thucchat.demonstration.SignedSamples;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.pages.Problem;

/** Hands out the signed paper of the demonstration and its altered copy. */
@Controller
record SignedSampleController(SignedSamples samples, Quota quota) {

    private static final int A_MINUTE = 60;

    @GetMapping(SignedSamples.PATH + "{name}.pdf")
    @Allow(anyone = true)
    ResponseEntity<byte[]> download(@PathVariable String name, HttpServletRequest request) {
        quota.charge(request, A_MINUTE);
        byte[] pdf = samples.find(name).orElseThrow(() -> Problem.notFound("demonstration.signed.none"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"minh-hoa-" + name + ".pdf\"")
                .body(pdf);
    }
}

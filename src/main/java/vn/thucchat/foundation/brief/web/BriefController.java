package vn.thucchat.foundation.brief.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.brief.Brief;
import vn.thucchat.foundation.brief.Briefs;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Papers;

/** The brief of the leader who asks, to read and to print. */
@Controller
record BriefController(Briefs briefs, Pages pages, Downloads downloads) {

    @GetMapping("/brief")
    @Allow(Roles.LEADER)
    View brief(Actor leader, Texts t, @RequestParam(defaultValue = "") String period) {
        return pages.show("foundation/brief/brief", page(leader, t, period));
    }

    @GetMapping("/brief.pdf")
    @Allow(Roles.LEADER)
    ResponseEntity<byte[]> paper(
            HttpServletRequest request, Actor leader, Texts t, @RequestParam(defaultValue = "") String period) {
        downloads.count(request);
        BriefPage page = page(leader, t, period);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("brief-%s.pdf"
                                        .formatted(BusinessTime.day(page.brief().now())))
                                .build()
                                .toString())
                .body(Papers.pdf(pages.paper("foundation/brief/paper", t, page)));
    }

    private BriefPage page(Actor leader, Texts t, String period) {
        Brief brief = briefs.read(leader, t, period).orElseThrow(() -> Problem.notFound("brief.none"));
        return new BriefPage(brief, leader.name());
    }
}

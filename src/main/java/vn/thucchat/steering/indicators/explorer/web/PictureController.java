package vn.thucchat.steering.indicators.explorer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.PngImages;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** A view of the explorer as a picture to keep, with its title, source and day; drawn of what everybody may see. */
@Controller
@RequestMapping("/figures/{indicator}/{unit}/{period}")
record PictureController(RequestParameters asked, PublicView views, Pages pages, Downloads downloads) {

    /** The width of an image: twice that of the document, for sharp screens. */
    private static final int PIXELS = 1800;

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    @GetMapping("/{view:map|time|units}.{ending:svg|png}")
    @Allow(anyone = true)
    ResponseEntity<byte[]> picture(
            HttpServletRequest request,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @PathVariable String view,
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam Map<String, String> query) {
        FigureSubject of = FigureSubject.of(asked, indicator, unit, period, boundaries);
        ExplorerView drawn = ExplorerView.of(view).orElseThrow();
        PicturePage page = views.picture(t, of, drawn, query);
        if (page.empty()) throw Problem.notFound("explorer.no-picture");
        String svg = SvgDocument.of(pages.paper("steering/indicators/explorer/picture", t, page));
        boolean png = ending.equals("png");
        byte[] body =
                png ? downloads.make(request, () -> PngImages.of(svg, PIXELS)) : svg.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(png ? MediaType.IMAGE_PNG : SVG)
                .eTag("W/\"" + t.language() + "-" + Sha256.hex(svg.getBytes(StandardCharsets.UTF_8)) + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .varyBy("Cookie")
                // the picture brings its own style, and nothing else
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("%s-%s-%s-%s.%s".formatted(indicator, unit, period, view, ending))
                                .build()
                                .toString())
                .body(body);
    }
}

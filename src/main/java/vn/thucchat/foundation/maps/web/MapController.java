package vn.thucchat.foundation.maps.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;

/** Gives plain maps of the places below a unit, for everybody. */
@Controller
record MapController(Maps maps, Pictures pictures, InstantSource clock) {

    /** The longest time for which a browser may show a map drawn before boundaries were loaded or withdrawn. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    @GetMapping("/maps/{unit}.svg")
    @Allow(anyone = true)
    ResponseEntity<String> below(
            @PathVariable UnitCode unit,
            @RequestParam(defaultValue = "commune") UnitKind.Level level,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Texts t) {
        LocalDate day = on == null ? BusinessTime.day(clock.instant()) : on;
        PlaceMap map = maps.below(unit, level, day).orElseThrow(() -> Problem.notFound("maps.none"));
        String svg = pictures.svg(map, day, t);
        return ResponseEntity.ok()
                // weak, so that it may be compressed on its way
                .eTag("W/\"" + Sha256.hex(svg) + "\"")
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .varyBy("Cookie")
                .contentType(Pictures.SVG)
                .body(svg);
    }
}

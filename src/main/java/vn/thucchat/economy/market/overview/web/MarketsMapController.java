package vn.thucchat.economy.market.overview.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.maps.Maps;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Draws the communes with open markets, on a map of the province in which most of these markets lie. */
@Controller
record MarketsMapController(Markets markets, Units units, Maps maps, Pages pages) {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    @GetMapping("/markets/map.svg")
    @Allow(anyone = true)
    ResponseEntity<String> map(Texts t) {
        LocalDate today = markets.today();
        List<Market> drawn = MarketsMapPage.drawn(markets.page("", MOST));
        var inProvince = new HashMap<UnitCode, Integer>();
        drawn.forEach(market -> units.path(market.unit(), today).stream()
                .filter(unit -> unit.kind().level() == UnitKind.Level.PROVINCE)
                .forEach(unit -> inProvince.merge(unit.code(), 1, Integer::sum)));
        PlaceMap map = inProvince.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> maps.below(most.getKey(), UnitKind.Level.COMMUNE, today))
                .orElseThrow(() -> Problem.notFound("market.map.none"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .varyBy("Cookie")
                .contentType(SVG)
                .body(pages.paper("economy/market/overview/markets-map", t, picture(t, map, drawn)));
    }

    private MarketsMapPage picture(Texts t, PlaceMap map, List<Market> drawn) {
        var stalls = new HashMap<UnitCode, Integer>();
        var counts = markets.counts(drawn.stream().map(Market::id).toList());
        drawn.forEach(market -> stalls.merge(
                market.unit(),
                counts.getOrDefault(market.id(), Market.Counts.NONE).stalls(),
                Integer::sum));
        List<MarketsMapPage.Place> places = map.shapes().stream()
                .filter(shape -> stalls.containsKey(shape.unit()))
                .map(shape -> new MarketsMapPage.Place(
                        shape.unit().value(),
                        units.nearest(shape.unit(), markets.today())
                                .map(unit -> t.either(unit.name(), unit.nameEn()))
                                .orElse(""),
                        stalls.getOrDefault(shape.unit(), 0),
                        shape.x(),
                        shape.y()))
                .sorted(Comparator.comparingInt(MarketsMapPage.Place::stalls).reversed())
                .toList();
        if (places.isEmpty()) throw Problem.notFound("market.map.none");
        return MarketsMapPage.of(map, places, drawn.getFirst().synthetic());
    }
}

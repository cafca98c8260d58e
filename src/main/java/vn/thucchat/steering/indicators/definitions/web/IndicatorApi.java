package vn.thucchat.steering.indicators.definitions.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;

/** The dictionary of indicators for everybody. */
@RestController
@RequestMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
record IndicatorApi(RequestParameters asked, Indicators indicators) {

    /**
     * @param live whether what is measured of it is shown as it runs, before it is published
     * @param nameVi the name in Vietnamese; {@code name} the same, as other lists of this API have it
     */
    record IndicatorJson(
            String code,
            String name,
            String nameVi,
            String nameEn,
            Indicator.Pillar pillar,
            String measure,
            Indicator.Direction direction,
            Indicator.Aggregation aggregation,
            Indicator.OverTime overTime,
            String frequency,
            @Nullable String reportedBy,
            String definitionVi,
            String definitionEn,
            String legalBasis,
            @Nullable String formula,
            boolean active,
            boolean live) {

        static IndicatorJson of(Indicator it) {
            return new IndicatorJson(
                    it.code(),
                    it.nameVi(),
                    it.nameVi(),
                    it.nameEn(),
                    it.pillar(),
                    it.measure(),
                    it.direction(),
                    it.aggregation(),
                    it.overTime(),
                    it.frequency().name(),
                    it.reportedBy() == null ? null : it.reportedBy().name(),
                    it.definitionVi(),
                    it.definitionEn(),
                    it.legalBasis(),
                    it.formula().isEmpty() ? null : it.formula(),
                    it.active(),
                    it.live());
        }
    }

    @Operation(summary = "The dictionary of indicators")
    @GetMapping
    @Allow(anyone = true)
    Slice<IndicatorJson> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = asked.limit(limit, 500);
        List<IndicatorJson> rest = indicators.all().stream()
                .map(IndicatorJson::of)
                .dropWhile(it -> cursor != null && !it.code().equals(cursor))
                .skip(cursor == null ? 0 : 1)
                .toList();
        if (rest.size() <= most) return new Slice<>(rest, null);
        return new Slice<>(rest.subList(0, most), rest.get(most - 1).code());
    }

    @Operation(summary = "An indicator")
    @GetMapping("/{code}")
    @Allow(anyone = true)
    IndicatorJson one(@PathVariable String code) {
        return IndicatorJson.of(asked.indicator(code));
    }
}

package vn.thucchat.portal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Publishing;

/** How to take the published figures away: files for a spreadsheet first, then addresses for programs. */
@Controller
class OpenData {

    private static final int FILES_OF_A_PLACE = 12;

    private static final List<OpenDataPage.Example> EXAMPLES = List.of(
            new OpenDataPage.Example("open-data.example.figures", "/api/v1/figures?unit=19&period=2022S1"),
            new OpenDataPage.Example("open-data.example.csv", "/figures.csv?unit=19&period=2022S1"),
            new OpenDataPage.Example("open-data.example.xlsx", "/figures.xlsx?unit=19&period=2022S1"),
            new OpenDataPage.Example("open-data.example.figure", "/api/v1/figures/household-fibre/VN/2022S1"),
            new OpenDataPage.Example("open-data.example.indicators", "/api/v1/indicators"),
            new OpenDataPage.Example("open-data.example.units", "/api/v1/units?parent=19&level=commune&on=2022-08-08"),
            new OpenDataPage.Example(
                    "open-data.example.vietqr",
                    "/api/v1/vietqr.png?bin=970436&account=0011004321234&amount=35000&purpose=mua%20rau"));

    private final Publishing publishing;
    private final Units units;
    private final InstantSource clock;
    private final String base;
    private final Pages pages;

    OpenData(
            Publishing publishing,
            Units units,
            InstantSource clock,
            @Value("${thucchat.base-url}") String base,
            Pages pages) {
        this.publishing = publishing;
        this.units = units;
        this.clock = clock;
        this.base = base;
        this.pages = pages;
    }

    @GetMapping("/open-data")
    @Allow(anyone = true)
    View openData(Texts t) {
        return pages.show("portal/open-data", new OpenDataPage(base, files(t), EXAMPLES));
    }

    /** Lists the published periods of the provinces and of the nation: all real ones before all invented ones. */
    private List<OpenDataPage.Files> files(Texts t) {
        LocalDate today = BusinessTime.day(clock.instant());
        var places = new ArrayList<Unit>(units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, today));
        units.find(UnitCode.NATION, today).ifPresent(places::add);
        var files = new ArrayList<OpenDataPage.Files>();
        Map<UnitCode, List<Publishing.PublishedPeriod>> known =
                publishing.periods(places.stream().map(Unit::code).toList()).stream()
                        .collect(Collectors.groupingBy(Publishing.PublishedPeriod::unit));
        for (Unit place : places)
            known.getOrDefault(place.code(), List.of()).stream()
                    .limit(FILES_OF_A_PLACE)
                    .map(each -> new OpenDataPage.Files(
                            DisplayNames.name(t, place),
                            DisplayNames.name(t, each.period()),
                            "unit=" + place.code() + "&period=" + each.period(),
                            each.synthetic()))
                    .forEach(files::add);
        files.sort(Comparator.comparing(OpenDataPage.Files::synthetic));
        return files;
    }
}

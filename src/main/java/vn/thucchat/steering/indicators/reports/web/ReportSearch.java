package vn.thucchat.steering.indicators.reports.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportOrder;
import vn.thucchat.steering.indicators.reports.Reports;

/** Finds reports by unit, period and number: the latest, all of the units that the words name, and those of the number. */
@Component
record ReportSearch(Reports reports, Units units, DisplayNames wording) implements SearchSource {

    private static final int LATEST = 200;
    private static final int OF_UNITS = 500;

    /** What names of periods and reports are made of; a unit is named by what else there is. */
    private static final String[] PERIODS = {
        "báo", "cáo", "kỳ", "tháng", "quý", "năm", "đầu", "cuối", "report", "month", "quarter", "half", "year", "first",
        "second"
    };

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        List<UnitCode> named = named(query.words());
        Stream<Report> older = named.isEmpty() ? Stream.of() : reports.ofUnits(query.actor(), named, OF_UNITS).stream();
        Stream<Report> numbered =
                query.words().words().stream().filter(word -> word.matches("\\d+")).findFirst().stream()
                        .flatMap(digits -> reports.ofNumber(query.actor(), digits, LATEST).stream());
        return Stream.of(reports.latest(query.actor(), null, null, null, LATEST).stream(), older, numbered)
                .flatMap(found -> found)
                .collect(Collectors.toMap(Report::id, report -> report, (one, _) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .flatMap(report -> found(query, report).stream())
                .toList();
    }

    /** The units with all words in their names that are no part of a period. */
    private List<UnitCode> named(SearchWords words) {
        String names = words.without(PERIODS).words().stream()
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .collect(Collectors.joining(" "));
        return names.isEmpty()
                ? List.of()
                : units.search(names).stream().map(Unit::code).toList();
    }

    private Optional<SearchHit> found(SearchQuery query, Report report) {
        ReportOrder order = report.order();
        String title = query.t()
                .of(
                        "search.reports.name",
                        DisplayNames.name(query.t(), order.period()),
                        wording.name(query.t(), order.unit(), order.period().to()));
        String detail = order.number() + " · " + query.t().date(order.date());
        return query.words()
                .match(title, order.number(), title + " " + order.number())
                .map(match -> new SearchHit(match, false, title, detail, report.path()));
    }
}

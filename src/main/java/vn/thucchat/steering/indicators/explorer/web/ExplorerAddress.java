package vn.thucchat.steering.indicators.explorer.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * Writes the addresses of an explorer's views: everything that was chosen is kept while one thing changes.
 *
 * @param kept the explorer's parameters that the address named, by name
 */
record ExplorerAddress(FigureSubject of, Map<String, String> kept) {

    /** The parameters that the explorer knows, in the order in which addresses write them. */
    static final List<String> KNOWN = List.of(
            "reading", "view", "level", "within", "colour", "sort", "name", "missing", "every", "last", "compare");

    static ExplorerAddress of(FigureSubject of, Map<String, String> query) {
        var kept = new LinkedHashMap<String, String>();
        for (String known : KNOWN) {
            String value = query.getOrDefault(known, "").strip();
            if (!value.isEmpty()) kept.put(known, value);
        }
        return new ExplorerAddress(of, kept);
    }

    /** This view with one parameter set, or left out where the value is null. */
    String with(String parameter, @Nullable String value) {
        var changed = new LinkedHashMap<>(kept);
        changed.remove(parameter);
        if (value != null) changed.put(parameter, value);
        return address(of.address(), changed) + "#explorer";
    }

    /** The same view of another period, in that period's own boundaries. */
    String at(Period other) {
        return address(of.at(other), kept) + "#explorer";
    }

    /** The same view in the boundaries of another day. */
    String in(java.time.LocalDate day) {
        var changed = new LinkedHashMap<>(kept);
        List.of("within", "level", "compare").forEach(changed::remove);
        return address(of.in(day), changed) + "#explorer";
    }

    /** The same view of another unit. */
    String of(UnitCode other) {
        return address(of.of(other), kept);
    }

    /** The picture alone: {@code picture("map.svg")}. */
    String picture(String file) {
        var changed = new LinkedHashMap<>(kept);
        changed.remove("view");
        return address(path() + "/" + file + boundaries(), changed);
    }

    /** The view for the frame of another site. */
    String embed(ExplorerView view) {
        var changed = new LinkedHashMap<>(kept);
        changed.put("view", view.code());
        return address("/embed" + path() + boundaries(), changed);
    }

    /** What a form that changes {@code parameter} carries along, hidden. */
    Map<String, String> hidden(String parameter) {
        var hidden = new LinkedHashMap<>(kept);
        hidden.remove(parameter);
        if (!of.boundaries().equals(of.period().to()))
            hidden.put("boundaries", of.boundaries().toString());
        return hidden;
    }

    /** Where a leader asks for an explanation of a figure. */
    static String question(String indicator, UnitCode unit, Period period) {
        return "/explanations/new?indicator=%s&unit=%s&period=%s".formatted(indicator, unit, period);
    }

    String path() {
        return of.path();
    }

    private String boundaries() {
        return DisplayNames.in(of.period(), of.boundaries(), "?");
    }

    private static String address(String base, Map<String, String> parameters) {
        if (parameters.isEmpty()) return base;
        return base
                + (base.contains("?") ? "&" : "?")
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}

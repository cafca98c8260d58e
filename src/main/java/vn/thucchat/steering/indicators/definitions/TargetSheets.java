package vn.thucchat.steering.indicators.definitions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.Entry;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.sheets.SheetWriter;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/**
 * Targets by the thousand: a spreadsheet to fill in, and what becomes of it when it is sent back. It is checked whole,
 * every cell at fault is named, and it is taken whole or not at all. Columns: unit code, unit name, indicator code,
 * period, value and, for the unit's own path through a year, what is to be reached by the end of the first three
 * quarters; a row without a value is left alone.
 */
@Service
public class TargetSheets {

    private final Targets targets;
    private final IndicatorValues values;
    private final IndicatorStore indicators;
    private final Units units;
    private final Access access;
    private final SheetFiles files;
    private final InstantSource clock;

    TargetSheets(
            Targets targets,
            IndicatorValues values,
            IndicatorStore indicators,
            Units units,
            Access access,
            SheetFiles files,
            InstantSource clock) {
        this.targets = targets;
        this.values = values;
        this.indicators = indicators;
        this.units = units;
        this.access = access;
        this.files = files;
        this.clock = clock;
    }

    /** What came of a spreadsheet. */
    public sealed interface Taken {
        /** @param unchanged rows that said what holds already */
        record Done(int targets, int unchanged) implements Taken {}

        /** All that is wrong with the file and its cells, from the top. */
        record Faulty(List<CellError> errors) implements Taken {}

        /** The same file was taken before, under the same document. */
        record UploadedBefore(Instant at) implements Taken {}

        /** The document's file cannot be kept. */
        record FileRefused(Keeping.Refused why) implements Taken {}
    }

    /**
     * A sheet with a row for each unit and indicator, values to be filled in beside those of a year before; a second
     * sheet explains the codes.
     *
     * @param copied whether the targets of a year before are filled in
     */
    public byte[] template(Texts t, List<Unit> of, List<Indicator> asked, Period period, boolean copied)
            throws IOException {
        Map<Place, BigDecimal> set = setBefore(of, period.yearBefore());
        Map<Place, BigDecimal> reached = reachedBefore(of, asked, period);
        try (var book = new SheetWriter(t.of("targets.sheet.choices"))) {
            var sheet = book.sheet(t.of("targets.sheet.name"), SheetImport.columns(TargetColumn.class, t));
            for (Unit unit : of)
                for (Indicator indicator : asked)
                    sheet.row(
                            Entry.of(unit.code().value()),
                            Entry.of(t.either(unit.name(), unit.nameEn())),
                            Entry.of(indicator.code()),
                            Entry.of(period.code()),
                            copied ? entry(set, unit, indicator) : Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            entry(set, unit, indicator),
                            entry(reached, unit, indicator));
            var codes = book.sheet(
                    t.of("targets.sheet.codes"),
                    List.of(
                            Column.text(t.of("targets.sheet.indicator"), 34),
                            Column.text(t.of("targets.sheet.indicator-name"), 70),
                            Column.text(t.of("targets.sheet.measure"), 16)));
            for (Indicator indicator : asked)
                codes.row(
                        Entry.of(indicator.code()),
                        Entry.of(t.either(indicator.nameVi(), indicator.nameEn())),
                        Entry.of(indicator.measure()));
            return book.bytes();
        }
    }

    private record Place(UnitCode unit, String indicator) {}

    private static Entry entry(Map<Place, BigDecimal> values, Unit unit, Indicator indicator) {
        BigDecimal value = values.get(new Place(unit.code(), indicator.code()));
        return value == null ? Entry.blank() : Entry.of(value);
    }

    private Map<Place, BigDecimal> setBefore(List<Unit> of, Period before) {
        var set = new HashMap<Place, BigDecimal>();
        for (Target target : targets.holding(of.stream().map(Unit::code).toList(), List.of(before)))
            if (!target.synthetic()) set.put(new Place(target.unit(), target.indicator()), target.value());
        return set;
    }

    /** What was published of the year before, in the boundaries of the period that the targets are for. */
    private Map<Place, BigDecimal> reachedBefore(List<Unit> of, List<Indicator> asked, Period period) {
        var reached = new HashMap<Place, BigDecimal>();
        values.published(period.to(), of.stream().map(Unit::code).toList(), period.yearBefore(), asked).stream()
                .filter(it -> !it.synthetic())
                .forEach(it -> {
                    if (it.value() != null) reached.putIfAbsent(new Place(it.unit(), it.indicator()), it.value());
                });
        return reached;
    }

    /** Takes the sheet whole or not at all. */
    public Taken take(Actor actor, UploadedFile sheet, Document document, @Nullable UploadedFile file)
            throws IOException {
        SheetImport<TargetColumn> read =
                files.read(new ByteArrayInputStream(sheet.bytes()), Limits.USUAL, TargetColumn.class);
        List<Target> asked = rows(actor).read(read, document);
        return read.errors().isEmpty()
                ? taken(targets.set(actor, document, file, sheet.sha256(), asked, null))
                : new Taken.Faulty(read.errors());
    }

    private TargetRows rows(Actor actor) {
        return new TargetRows(
                indicators.all().stream().collect(Collectors.toMap(Indicator::code, Function.identity())),
                units,
                access.units(actor, SteeringRoles.STEERING_OFFICE),
                actor.synthetic(),
                clock);
    }

    private static Taken taken(Targets.Set outcome) {
        return switch (outcome) {
            case Targets.Set.Done(int set, int unchanged, var _) -> new Taken.Done(set, unchanged);
            case Targets.Set.UploadedBefore(Instant at) -> new Taken.UploadedBefore(at);
            case Targets.Set.FileRefused(Keeping.Refused why) -> new Taken.FileRefused(why);
            // a role was taken away between reading the rows and setting them
            case Targets.Set.OutOfReach(var beyond) ->
                new Taken.Faulty(beyond.stream()
                        .map(unit -> CellError.ofFile("targets.fault.reach", List.of(unit.value())))
                        .toList());
            case Targets.Set.Meanwhile never -> throw new IllegalStateException("A sheet replaces whatever holds");
        };
    }
}

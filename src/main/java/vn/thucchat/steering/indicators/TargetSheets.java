package vn.thucchat.steering.indicators;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Column;
import vn.thucchat.foundation.papers.Entry;
import vn.thucchat.foundation.papers.Limits;
import vn.thucchat.foundation.papers.SheetReading;
import vn.thucchat.foundation.papers.SheetWriter;
import vn.thucchat.foundation.papers.Spreadsheets;
import vn.thucchat.foundation.units.Unit;
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
    private final IndicatorStore indicators;
    private final Units units;
    private final Access access;
    private final InstantSource clock;

    TargetSheets(Targets targets, IndicatorStore indicators, Units units, Access access, InstantSource clock) {
        this.targets = targets;
        this.indicators = indicators;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** What came of a spreadsheet. */
    public sealed interface Taken {
        /** @param unchanged rows that said what holds already */
        record Done(int targets, int unchanged) implements Taken {}

        /** It is no spreadsheet that we read. */
        record Unreadable(SheetReading.Refused why) implements Taken {}

        /** Every cell that is wrong, in order. */
        record Faulty(List<CellFault> faults) implements Taken {}

        /** The same file was taken before, under the same document. */
        record UploadedBefore(Instant at) implements Taken {}

        /** The document's file cannot be kept. */
        record FileRefused(Keeping.Refused why) implements Taken {}
    }

    /**
     * What is wrong with a cell.
     *
     * @param cell as a spreadsheet program names it: {@code E17}; empty when it concerns the sheet as a whole
     * @param key a message key, {@code arguments} its arguments
     */
    public record CellFault(String cell, String key, List<String> arguments) {}

    /** A sheet with a row for each unit and indicator, values to be filled in; a second sheet explains the codes. */
    public void template(Texts t, List<Unit> of, List<Indicator> asked, Period period, OutputStream out)
            throws IOException {
        try (var book = new SheetWriter(t.of("targets.sheet.choices"))) {
            var sheet = book.sheet(
                    t.of("targets.sheet.name"),
                    List.of(
                            Column.text(t.of("targets.sheet.unit"), 12),
                            Column.text(t.of("targets.sheet.unit-name"), 34),
                            Column.text(t.of("targets.sheet.indicator"), 34),
                            Column.text(t.of("targets.sheet.period"), 10),
                            Column.number(t.of("targets.sheet.value"), 16, 6).filledIn(),
                            Column.number(t.of("targets.q1"), 16, 6).filledIn(),
                            Column.number(t.of("targets.q2"), 16, 6).filledIn(),
                            Column.number(t.of("targets.q3"), 16, 6).filledIn()));
            for (Unit unit : of)
                for (Indicator indicator : asked)
                    sheet.row(
                            Entry.of(unit.code().value()),
                            Entry.of(t.either(unit.name(), unit.nameEn())),
                            Entry.of(indicator.code()),
                            Entry.of(period.code()),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank());
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
            book.writeTo(out);
        }
    }

    /** Takes the sheet whole or not at all. */
    public Taken take(Actor actor, Attached sheet, Document document, @Nullable Attached file) {
        return switch (read(sheet)) {
            case SheetReading.Refused refused -> new Taken.Unreadable(refused);
            case SheetReading.Sheet read -> {
                var rows = new TargetRows(
                        indicators.all().stream().collect(Collectors.toMap(Indicator::code, Function.identity())),
                        units,
                        access.units(actor, Role.STEERING_OFFICE),
                        actor.synthetic(),
                        clock);
                List<Target> asked = rows.read(read.rows(), document);
                yield rows.faults().isEmpty()
                        ? taken(targets.set(actor, document, file, sheet.sha256(), asked))
                        : new Taken.Faulty(rows.faults());
            }
        };
    }

    private static Taken taken(Targets.Set outcome) {
        return switch (outcome) {
            case Targets.Set.Done(int set, int unchanged) -> new Taken.Done(set, unchanged);
            case Targets.Set.UploadedBefore(Instant at) -> new Taken.UploadedBefore(at);
            case Targets.Set.FileRefused(Keeping.Refused why) -> new Taken.FileRefused(why);
            // a role was taken away between reading the rows and setting them
            case Targets.Set.OutOfReach(var beyond) ->
                new Taken.Faulty(beyond.stream()
                        .map(unit -> new CellFault("", "targets.fault.reach", List.of(unit.value())))
                        .toList());
        };
    }

    private static SheetReading read(Attached sheet) {
        try {
            return Spreadsheets.read(new ByteArrayInputStream(sheet.bytes()), Limits.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

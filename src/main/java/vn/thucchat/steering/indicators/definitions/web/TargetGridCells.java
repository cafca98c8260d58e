package vn.thucchat.steering.indicators.definitions.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;

/**
 * The cells of a grid that a person changed: {@code cell.KEY} differs from {@code was.KEY}, which is what the cell held
 * when the page was made. A cell that was not touched says nothing, even where somebody else has set it since.
 */
final class TargetGridCells {

    /** Stands for the one that all of them are set by. */
    private static final Document NO_DOCUMENT = new Document(new UUID(0, 0), "", "", "", null, null);

    private final Form<?> form;
    private final Map<String, Target> held;
    private final boolean synthetic;
    private final InstantSource clock;
    private final List<Target> targets = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, String> corrected = new HashMap<>();

    TargetGridCells(Form<?> form, Map<String, Target> held, boolean synthetic, InstantSource clock) {
        this.form = form;
        this.held = held;
        this.synthetic = synthetic;
        this.clock = clock;
    }

    /** What a cell holds of a target, as it is typed. */
    static String written(@Nullable Target target) {
        return target == null ? "" : VietnameseNumbers.write(target.value());
    }

    /**
     * Reads the cells of a page. Their targets name no document yet.
     *
     * @param names what the row of a key is called: rows may have moved to other pages since the page was made
     */
    TargetGridCells read(TargetGrid.Shown shown, UnaryOperator<String> names) {
        var gone = form.fields("cell.");
        for (TargetGrid.Place place : shown.places()) {
            if (!gone.remove(place.key())) unsent(place.key());
            else if (touched(place.key())) changed(shown, place, form.text("cell." + place.key()));
        }
        for (String key : gone)
            if (touched(key))
                errors.add(new FieldError(
                        "", "targets.grid.shifted", List.of(names.apply(key), form.text("cell." + key))));
        return this;
    }

    private boolean touched(String key) {
        return !form.text("cell." + key).equals(form.text("was." + key));
    }

    /** A row that only shows what holds, or one that was not on the page when it was made. */
    private void unsent(String key) {
        if (!form.texts("was." + key).isEmpty()) return;
        String now = written(held.get(key));
        corrected.put("was." + key, now);
        corrected.put("cell." + key, now);
    }

    private void changed(TargetGrid.Shown shown, TargetGrid.Place place, String typed) {
        String field = "cell." + place.key();
        Target holds = held.get(place.key());
        String now = written(holds);
        if (!now.equals(form.text("was." + place.key()))) {
            corrected.put("was." + place.key(), now);
            if (!typed.equals(now)) errors.add(new FieldError(field, "targets.grid.meanwhile", List.of(now)));
            return;
        }
        if (typed.isEmpty()) {
            errors.add(new FieldError(field, "targets.grid.emptied", List.of(now)));
            return;
        }
        switch (place.indicator().value(typed)) {
            case Parsed.Refused<BigDecimal> refused -> errors.add(new FieldError(field, refused));
            case Parsed.Value<BigDecimal>(BigDecimal value) -> {
                if (!Targets.mayHold(value)) errors.add(new FieldError(field, "targets.fault.value", List.of(typed)));
                else if (holds == null || holds.value().compareTo(value) != 0)
                    targets.add(new Target(
                            Ids.next(clock),
                            place.indicator().code(),
                            place.unit().code(),
                            shown.period(),
                            value,
                            NO_DOCUMENT,
                            "",
                            synthetic,
                            Instant.EPOCH));
            }
        }
    }

    List<Target> targets() {
        return targets;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** {@code was.KEY} of the cells that somebody else has set since, and both fields of rows that came to the page. */
    Map<String, String> corrected() {
        return corrected;
    }
}

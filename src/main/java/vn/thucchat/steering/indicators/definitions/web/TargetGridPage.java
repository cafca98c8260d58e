package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * Targets of one period as a grid of cells to type in: the units of one indicator, or the indicators of one unit.
 *
 * @param form with {@code cell.KEY} as typed, and {@code was.KEY} as it was when the page was made
 * @param query what is shown, with the exact unit and period
 * @param title what the rows have in common, such as the indicator's name
 * @param yearBefore the name of the same period a year before
 * @param before the name of the period before
 * @param copied how many cells of the page hold the target of the period before
 * @param pages how many pages there are
 */
public record TargetGridPage(
        Form<?> form,
        TargetGridQuery query,
        String title,
        String periodName,
        String yearBefore,
        String before,
        Choices choices,
        List<Row> rows,
        int total,
        int copied,
        int pages) {

    /** What can be chosen. */
    public record Choices(
            List<Option> units,
            List<Option> indicators,
            List<Option> periods,
            List<Option> levels,
            List<Option> papers) {}

    /**
     * One cell with what stands beside it.
     *
     * @param key of the unit or the indicator, by which the fields are named
     * @param group the pillar that begins with this row; null within one, and of units
     * @param reached what the same period of the year before came to, {@code reachedUrl} the page of that figure
     * @param setBefore what was to be reached in the period before
     * @param copied whether the cell holds {@code setBefore} and is not saved yet
     * @param ownPath where a target with steps of its own is set again; null where the cell can be typed in
     */
    public record Row(
            String key,
            String name,
            @Nullable String group,
            String measure,
            @Nullable Quantity reached,
            @Nullable String reachedUrl,
            @Nullable Quantity setBefore,
            boolean copied,
            @Nullable String ownPath) {}

    public String address() {
        return query.address();
    }

    public boolean ofUnits() {
        return !query.indicator().isEmpty();
    }

    /** Whether the fields of a document that is not in the list are open. */
    public boolean newPaper() {
        return choices.papers().size() == 1
                || Fault.of(form.faults(), "file") != null
                || (!form.faults().isEmpty() && (form.text("paper").isEmpty() || DocumentForm.named(form)));
    }

    /** Leads to the page before; null on the first. */
    public @Nullable String toPrevious() {
        return query.page() > 1 ? query.at(query.page() - 1).address() : null;
    }

    /** Leads to the page after; null on the last. */
    public @Nullable String toNext() {
        return query.page() < pages ? query.at(query.page() + 1).address() : null;
    }

    /** All rows on one page, or by pages again; null where one page is enough. */
    public @Nullable String toWhole() {
        return query.all() || pages > 1 ? query.whole(!query.all()).address() : null;
    }

    public String toCopy() {
        return query.copying(!query.copied()).address();
    }
}

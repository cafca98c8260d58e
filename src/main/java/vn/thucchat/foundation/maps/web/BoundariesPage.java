package vn.thucchat.foundation.maps.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.maps.BoundaryFile;
import vn.thucchat.foundation.maps.BoundaryPeriod;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Slice;

/**
 * The boundaries that were loaded, and the form that loads more.
 *
 * @param lists of expected codes, one for each stretch of days
 * @param form null for a reader who may not load any
 * @param refusal of the file that was sent; null when none was refused
 */
public record BoundariesPage(
        Slice<Row> rows,
        List<Expected> lists,
        @Nullable Form<?> form,
        List<Option> periods,
        List<Fault> faults,
        @Nullable Refusal refusal) {

    /** @param current whether it counts for its days: nothing later was loaded for them, nor was it withdrawn */
    public record Row(BoundaryFile file, BoundaryPeriod period, boolean current) {}

    /** @param units how many a file of these days must have */
    public record Expected(BoundaryPeriod period, int units) {}

    /** @param more whether there are others than those shown */
    public record Refusal(String title, List<Wrong> shown, boolean more) {}

    /** @param place the feature and the unit, in words; empty when it concerns the whole file */
    public record Wrong(String place, String text) {}
}

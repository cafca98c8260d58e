package vn.thucchat.steering.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * Targets by spreadsheet: the template to download, the form to send it back, and what became of it.
 *
 * @param cells those of the sheet that are wrong, as many as a person can use
 * @param wrong how many are wrong in all
 * @param taken what was taken just before, or null
 */
public record TargetUploadPage(
        FormInput typed,
        List<Fault> faults,
        List<Cell> cells,
        int wrong,
        List<Option> above,
        List<Option> levels,
        List<Option> periods,
        @Nullable Taken taken) {

    public record Cell(String address, String message) {}

    public record Taken(int targets, int unchanged) {}
}

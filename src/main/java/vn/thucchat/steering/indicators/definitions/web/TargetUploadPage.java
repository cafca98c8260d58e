package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.sheets.CellError;

/**
 * Targets by spreadsheet: the template to download, the form to send it back, and what became of it.
 *
 * @param cells all that is wrong with the sheet
 * @param taken what was taken just before, or null
 */
public record TargetUploadPage(
        Form<?> form,
        List<CellError> cells,
        List<Option> above,
        List<Option> levels,
        List<Option> periods,
        @Nullable Taken taken) {

    public record Taken(int targets, int unchanged) {}
}

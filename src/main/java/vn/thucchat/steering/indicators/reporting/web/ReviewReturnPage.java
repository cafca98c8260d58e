package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;

/**
 * Where a reviewer says why a submission is returned, from the table.
 *
 * @param oddities in sentences
 * @param next the row that is chosen afterwards
 */
public record ReviewReturnPage(
        UUID id,
        String unit,
        String period,
        List<String> oddities,
        Form<?> form,
        String back,
        @Nullable UUID next) {}

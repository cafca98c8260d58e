package vn.thucchat.economy.market.traders.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.traders.Imports;
import vn.thucchat.foundation.sheets.CellError;

/**
 * The import of a market.
 *
 * @param errors of the file that was sent
 * @param taken what the file sent just before came to, or null
 */
public record ImportPage(Market market, List<CellError> errors, Imports.Outcome.@Nullable Taken taken) {}

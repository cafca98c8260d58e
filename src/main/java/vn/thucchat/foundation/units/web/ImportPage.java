package vn.thucchat.foundation.units.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitImport;

/**
 * The page where an administrator brings in the files of a province.
 *
 * @param allowed whether the reader may bring any in
 * @param problem the key of what is wrong with the form, or null
 * @param refused what is wrong in the files, or null
 */
public record ImportPage(
        List<UnitImport.Loaded> loaded,
        boolean allowed,
        String collection,
        @Nullable String problem,
        UnitImport.Outcome.@Nullable Refused refused) {}

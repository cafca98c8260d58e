package vn.thucchat.foundation.units.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.units.UnitImport;

/**
 * The page where an administrator brings in the files of a province.
 *
 * @param allowed whether the reader may bring any in
 * @param refused what is wrong in the files, or null
 */
public record ImportPage(
        List<UnitImport.Loaded> loaded, boolean allowed, Form<?> form, UnitImport.Outcome.@Nullable Refused refused) {}

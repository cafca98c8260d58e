package vn.thucchat.foundation.identity.leavers.web;

import java.util.List;
import vn.thucchat.foundation.identity.leavers.Leaver;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.sheets.CellError;

/**
 * Who leaves.
 *
 * @param leavers as the sheet says; none before one was sent
 * @param plan the same, sealed
 */
public record LeaversPage(List<CellError> errors, List<Leaver> leavers, String plan, Form<?> form) {}

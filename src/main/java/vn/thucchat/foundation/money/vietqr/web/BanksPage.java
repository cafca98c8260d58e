package vn.thucchat.foundation.money.vietqr.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.vietqr.BankLine;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.sheets.CellError;

/**
 * The bank list and what changes it.
 *
 * @param form null for a reader who may not change the list
 * @param errors of the spreadsheet that was sent
 */
public record BanksPage(Slice<BankLine> lines, @Nullable Form<?> form, List<Fault> faults, List<CellError> errors) {}

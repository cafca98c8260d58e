package vn.thucchat.foundation.money.vietqr.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * @param q what was looked for; empty for the whole list
 * @param form null for a reader who may not change the list
 * @param errors of the spreadsheet that was sent
 */
public record BanksPage(
        String q, Slice<BankLine> lines, @Nullable Form<?> form, List<Fault> faults, List<CellError> errors) {

    /** Returns the address of the next page, up to its cursor: {@code /admin/banks?q=vietcom&cursor=}. */
    public String more() {
        return BanksController.PATH + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&cursor=";
    }
}

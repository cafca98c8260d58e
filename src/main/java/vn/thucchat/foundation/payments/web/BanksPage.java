package vn.thucchat.foundation.payments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.payments.BankLine;

/**
 * The bank list and the form that changes it, with what was typed.
 *
 * @param form null for a reader who may not change the list
 * @param next the address of the next part, or null at the end
 */
public record BanksPage(
        List<BankLine> lines,
        @Nullable String next,
        @Nullable BankForm form,
        List<Fault> faults) {}

package vn.thucchat.government.dossiers.procedures.web;

import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/**
 * A proposed version beside the one in force on its first day.
 *
 * @param differences what it changes; everything for a procedure that there is not yet
 * @param mayDecide whether the reader approves or returns it: not who proposed it
 */
public record ProcedureDecisionPage(
        ProcedureVersion version,
        boolean first,
        List<ProcedureWords.Difference> differences,
        String proposedBy,
        boolean mayDecide,
        Form<?> form) {}

package vn.thucchat.government.dossiers.procedures.web;

import vn.thucchat.foundation.pages.Form;

/**
 * A version that is being typed.
 *
 * @param name of the procedure that gets another version; empty for a new procedure
 * @param mayPropose whether the reader can send it
 */
public record ProcedureEditPage(Form<?> form, String name, boolean mayPropose) {}

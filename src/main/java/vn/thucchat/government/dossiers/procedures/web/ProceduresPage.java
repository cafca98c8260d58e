package vn.thucchat.government.dossiers.procedures.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/**
 * Procedures in force today.
 *
 * @param q what was looked for; empty for all
 */
public record ProceduresPage(String q, Slice<ProcedureVersion> found) {

    /** The address of the next page, up to its cursor. */
    public String more() {
        return "/procedures?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&cursor=";
    }
}

package vn.thucchat.government.dossiers.procedures.web;

import java.util.Map;
import java.util.UUID;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/**
 * What editors have proposed.
 *
 * @param names of those who proposed, by account
 * @param mayChange whether the reader proposes too
 */
public record ProcedureDeskPage(
        ProcedureVersion.State state, Slice<ProcedureVersion> versions, Map<UUID, String> names, boolean mayChange) {

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public String more() {
        return "/desk/procedures?state=" + state + "&cursor=";
    }
}

package vn.thucchat.government.dossiers.procedures.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;
import vn.thucchat.government.dossiers.procedures.ProcedureRoles;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** Leads to the catalogue and to the desk of its editors. */
@Component
class ProcedurePages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(new NavItem(610, "/procedures", null, "nav.procedures", _ -> true));
    }

    @Override
    public List<NavItem> home() {
        return List.of(NavItem.forRoles(330, Procedures.DESK, "work.door.procedures", ProcedureRoles.PROCEDURE_EDITOR));
    }
}

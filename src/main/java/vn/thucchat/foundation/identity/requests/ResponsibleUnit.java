package vn.thucchat.foundation.identity.requests;

import java.util.Comparator;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.units.UnitCode;

/** Finds the unit whose data protection officers act: where somebody has the role, else where administrators are. */
@Component
public class ResponsibleUnit {

    private final Accounts accounts;

    ResponsibleUnit(Accounts accounts) {
        this.accounts = accounts;
    }

    public UnitCode of(boolean synthetic) {
        return held(
                PrivacyRoles.DATA_PROTECTION_OFFICER, synthetic, held(Roles.ADMINISTRATOR, synthetic, UnitCode.NATION));
    }

    /** The widest unit, as its code is the shortest. */
    private UnitCode held(String role, boolean synthetic, UnitCode otherwise) {
        return accounts.holders(Set.of(role)).stream()
                .filter(holder -> holder.synthetic() == synthetic)
                .map(holder -> new UnitCode(holder.unit()))
                .min(Comparator.comparingInt((UnitCode code) -> code.value().length())
                        .thenComparing(UnitCode::value))
                .orElse(otherwise);
    }
}

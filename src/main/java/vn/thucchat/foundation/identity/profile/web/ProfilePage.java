package vn.thucchat.foundation.identity.profile.web;

import java.util.List;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.RoleGrant;

/**
 * Who the reader is.
 *
 * @param roles that are held now
 * @param assurance how it was proved in this session
 */
public record ProfilePage(Actor actor, List<HeldRole> roles, Assurance assurance) {

    public static final String PATH = "/id";

    /** @param unit the name of the unit that the role is held in: {@code Tỉnh Thái Nguyên} */
    public record HeldRole(RoleGrant grant, String unit) {}
}

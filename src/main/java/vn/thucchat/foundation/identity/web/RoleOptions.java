package vn.thucchat.foundation.identity.web;

import java.util.ArrayList;
import java.util.List;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** The roles to choose from, none chosen yet. */
public final class RoleOptions {

    private RoleOptions() {}

    public static List<Option> in(Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("identity.accounts.role-choose")));
        for (var role : Role.values()) options.add(new Option(role.name(), t.of("identity.role." + role)));
        return options;
    }
}

package vn.thucchat.foundation.work.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.work.Delegation;
import vn.thucchat.foundation.work.Delegations;

/**
 * Who takes a person's work, and the form that names somebody.
 *
 * @param deputies nobody: the form is not offered
 */
public record DelegationsPage(
        List<Line> lines,
        List<Option> deputies,
        Form<?> form,
        @Nullable String first,
        @Nullable String next) {

    /**
     * @param deputy the name of who stands in
     * @param open whether it can be taken back
     */
    public record Line(Delegation of, String deputy, String unit, boolean open) {}

    static String value(Delegations.Deputy deputy) {
        return deputy.role() + " " + deputy.unit() + " " + deputy.account();
    }
}

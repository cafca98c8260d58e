package vn.thucchat.foundation.work.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.work.WorkRule;

/**
 * The rules of chasing, all that was stated of them, the latest first, and the form that states more.
 *
 * @param form null for a reader who may not state any
 */
public record WorkRulesPage(
        List<Line> lines,
        List<Option> kinds,
        List<Option> steps,
        @Nullable Form<?> form,
        List<Fault> faults) {

    /** @param kind the name of a kind of work */
    public record Line(String kind, WorkRule rule) {}
}

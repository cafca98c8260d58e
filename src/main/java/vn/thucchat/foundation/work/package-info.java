/**
 * Work that waits: every act that somebody must do by some time is an item, opened and closed in the transaction of the
 * act, whichever room it comes from. Open work of a unit that a reform ended goes to the unit that takes it over. From the items follow everybody's work list, chasing (đôn đốc) up the line, and how
 * units stand.
 *
 * <p>Begin with {@link WorkItems}, which rooms call, and {@link WorkKind}, a bean for each kind of work; rooms that show
 * many things as one line have a {@link WorkSource} instead. {@link WorkList} is what a person sees.
 *
 * <p>Tables in schema {@code work}: {@code item}, {@code delegation}, {@code chase} (shard key {@code unit}), {@code rule}.
 * Files: {@code data/work} (rules of chasing). Records {@code work.done}; publishes no events; sends {@code work.chased} to
 * the inbox. Routes: {@code /work}, {@code /work/items/…}, {@code /work/chased/…}, {@code /work/units}, {@code
 * /work/delegations}, {@code /work/rules}.
 */
@ApplicationModule(
        displayName = "Work",
        allowedDependencies = {
            "foundation.brief",
            "foundation.calendar",
            "foundation.database",
            "foundation.delivery",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.rollups",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What waits for whom: rooms say by {@link vn.thucchat.foundation.work.WorkSource} beans what a person has to do, and the
 * home page shows it in the order of its days. Has no tables, records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Work",
        allowedDependencies = {"foundation.identity", "foundation.pages"})
@NullMarked
package vn.thucchat.foundation.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

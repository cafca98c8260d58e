/** Stub. */
@ApplicationModule(displayName = "Maps", allowedDependencies = {"foundation.units"})
@NullMarked
package vn.thucchat.foundation.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Draws places for any day: the shapes of communes, and of the districts and provinces that they make up, in the
 * boundaries in force on a day, as paths of an SVG; and which communes touch. Shapes are the boundaries that the
 * operator loaded where there are any, else cells around the communes' positions.
 *
 * <p>Tables: {@code maps.boundary_file}, {@code maps.outline}, {@code maps.withdrawal}, all append-only. Files: {@code
 * data/maps} (positions, with their sources). Records no facts, publishes no events. Routes: {@code /maps/{unit}.svg},
 * {@code /admin/boundaries} and its changes.
 *
 * <p>Begin with {@link Maps}.
 */
@ApplicationModule(
        displayName = "Maps",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.sheets",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

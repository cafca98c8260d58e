/**
 * Computes the places of lines, bars and columns in the small charts that pages draw as inline SVG: every length starts
 * at zero, on one scale. Has no tables and no routes, and knows no module.
 */
@ApplicationModule(
        displayName = "Charts",
        allowedDependencies = {})
@NullMarked
package vn.thucchat.foundation.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

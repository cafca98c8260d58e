/**
 * Official papers as PDF, and QR codes as pictures and from photographs. Has no tables and no routes, and knows no
 * module's business (ADR 005).
 */
@ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {"foundation.pages"})
@NullMarked
package vn.thucchat.foundation.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

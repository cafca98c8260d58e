/**
 * How pages are made: typed JTE templates in one layout, texts in two languages, Vietnamese number and date formats,
 * error pages and problem documents. Has no tables and knows no module.
 */
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {"foundation.vietnamese"})
@NullMarked
package vn.thucchat.foundation.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

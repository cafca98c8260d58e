/**
 * Attachments: what somebody handed in with a report or an answer, kept as it came, with its hash. Table:
 * {@code files.file}. The module that owns the record a file belongs to decides who may open it; this one has no
 * routes. Files are told apart by what is in them and never run or shown in place; a ClamAV daemon that {@code CLAMAV}
 * names is asked about each before it is kept.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"foundation.database", "foundation.pages", "foundation.sheets", "foundation.vietnamese"})
@NullMarked
package vn.thucchat.foundation.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

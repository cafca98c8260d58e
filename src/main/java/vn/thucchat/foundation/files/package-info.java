/**
 * Attachments: what somebody handed in with a report or an answer, kept as it came, with its hash. Table:
 * {@code files.file}. The module that owns the record a file belongs to decides who may open it.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"foundation.database"})
@NullMarked
package vn.thucchat.foundation.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Attachments: what somebody handed in with a report or an answer, kept as it came, with its hash. Table:
 * {@code files.file}. The module that owns the record a file belongs to decides who may open it; this one has no
 * routes. Files are told apart by what is in them and never run or shown in place; they are not scanned for viruses:
 * an installation that needs it puts a scanner before the upload.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"foundation.database", "foundation.papers"})
@NullMarked
package vn.thucchat.foundation.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

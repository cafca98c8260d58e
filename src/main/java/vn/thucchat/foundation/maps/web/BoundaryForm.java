package vn.thucchat.foundation.maps.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.maps.BoundaryFiles;

/**
 * What an administrator says of a file of boundaries.
 *
 * @param boundaries the day that stands for the days on which they were in force
 * @param property of each feature that names its unit; {@code code} when it is empty
 */
record BoundaryForm(
        @NotNull(message = "form.choose") LocalDate boundaries,

        @Pattern(regexp = ".{0,60}", message = "maps.property.fault")
        String property,

        @Size(min = 1, max = 300, message = "maps.source.fault")
        String source,

        @Size(min = 1, max = 300, message = "maps.licence.fault")
        String licence) {

    static final String CODE = "code";

    BoundaryFiles.Upload upload() {
        return new BoundaryFiles.Upload(boundaries, property.isEmpty() ? CODE : property, source, licence);
    }
}

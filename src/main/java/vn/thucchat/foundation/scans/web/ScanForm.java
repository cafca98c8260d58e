package vn.thucchat.foundation.scans.web;

import jakarta.validation.constraints.Size;

/**
 * What goes with the photographs.
 *
 * @param title what the papers are, in its sender's words; the name of the file
 * @param anyway to be made although some pages cannot be read well
 */
record ScanForm(
        @Size(max = 100, message = "scans.title.long") String title, boolean anyway) {}

/** The page on which photographs become a PDF. */
@NullMarked
package vn.thucchat.foundation.scans.web;

import org.jspecify.annotations.NullMarked;

/** The pages of invented acts. */
@NullMarked
package vn.thucchat.demonstration.web;

import org.jspecify.annotations.NullMarked;

/** Pages of those who report, review and open rounds. */
@NullMarked
package vn.thucchat.steering.indicators.reporting.web;

import org.jspecify.annotations.NullMarked;

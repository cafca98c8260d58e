/** Pages and files of reports. */
@NullMarked
package vn.thucchat.steering.indicators.reports.web;

import org.jspecify.annotations.NullMarked;

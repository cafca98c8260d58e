/** Pages and API of the indicators. */
@NullMarked
package vn.thucchat.steering.indicators.web;

import org.jspecify.annotations.NullMarked;

/** Views, pictures and frames of the explorer. */
@NullMarked
package vn.thucchat.steering.indicators.explorer.web;

import org.jspecify.annotations.NullMarked;

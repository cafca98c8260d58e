/** Pages, downloads and API of figures. */
@NullMarked
package vn.thucchat.steering.indicators.figures.web;

import org.jspecify.annotations.NullMarked;

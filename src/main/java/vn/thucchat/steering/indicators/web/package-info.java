/** The pages of the steering floor: what each shows, as plain typed values ready to be read. */
@NullMarked
package vn.thucchat.steering.indicators.web;

import org.jspecify.annotations.NullMarked;

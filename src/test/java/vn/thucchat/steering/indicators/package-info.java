@NullMarked
package vn.thucchat.steering.indicators;

import org.jspecify.annotations.NullMarked;

package vn.thucchat.foundation.identity.admission;

import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Measures how much this process can look at.
 *
 * @param underway attempts that are looked at now or wait for it
 * @param perSecond attempts that can be looked at in a second
 */
record Capacity(IntSupplier underway, DoubleSupplier perSecond) {}

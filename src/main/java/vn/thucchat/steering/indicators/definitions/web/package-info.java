/** Pages of the dictionary and of targets; names, quantities and parsed addresses for the corridor. */
@NullMarked
package vn.thucchat.steering.indicators.definitions.web;

import org.jspecify.annotations.NullMarked;

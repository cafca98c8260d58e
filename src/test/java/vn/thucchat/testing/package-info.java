/** What tests stand on: one PostgreSQL for the whole run, a fresh database each, a clock that can be moved. */
@NullMarked
package vn.thucchat.testing;

import org.jspecify.annotations.NullMarked;

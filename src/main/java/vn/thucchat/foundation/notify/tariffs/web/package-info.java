/** The page of prices. */
@NullMarked
package vn.thucchat.foundation.notify.tariffs.web;

import org.jspecify.annotations.NullMarked;

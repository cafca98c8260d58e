/** Pages of the inbox. */
@NullMarked
package vn.thucchat.foundation.delivery.web;

import org.jspecify.annotations.NullMarked;

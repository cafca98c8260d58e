/** Pages of the inbox and of the poison list. */
@NullMarked
package vn.thucchat.foundation.delivery.web;

import org.jspecify.annotations.NullMarked;

/** The routes of payments. */
@NullMarked
package vn.thucchat.foundation.payments.web;

import org.jspecify.annotations.NullMarked;

/** Routes of the cash desk. */
@NullMarked
package vn.thucchat.foundation.money.cashdesk.web;

import org.jspecify.annotations.NullMarked;

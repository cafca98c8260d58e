/** Routes of connections. */
@NullMarked
package vn.thucchat.foundation.money.accounts.web;

import org.jspecify.annotations.NullMarked;

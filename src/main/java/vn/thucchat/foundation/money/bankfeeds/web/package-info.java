/** Routes of notifications of providers. */
@NullMarked
package vn.thucchat.foundation.money.bankfeeds.web;

import org.jspecify.annotations.NullMarked;

/** The pages of what stalls owe. */
@NullMarked
package vn.thucchat.economy.market.charges.web;

import org.jspecify.annotations.NullMarked;

/** The pages of a trader's till, and of receipts. */
@NullMarked
package vn.thucchat.economy.market.till.web;

import org.jspecify.annotations.NullMarked;

/** The pages of markets. */
@NullMarked
package vn.thucchat.economy.market.web;

import org.jspecify.annotations.NullMarked;

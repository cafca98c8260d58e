/** The pages of traders, of what they rent and of how they are paid. */
@NullMarked
package vn.thucchat.economy.market.traders.web;

import org.jspecify.annotations.NullMarked;

/** The pages of a trader's revenue book. */
@NullMarked
package vn.thucchat.economy.market.revenue.web;

import org.jspecify.annotations.NullMarked;

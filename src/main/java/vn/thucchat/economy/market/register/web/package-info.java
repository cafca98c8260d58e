/** The pages of markets and their stalls, and what controllers of the corridor share. */
@NullMarked
package vn.thucchat.economy.market.register.web;

import org.jspecify.annotations.NullMarked;

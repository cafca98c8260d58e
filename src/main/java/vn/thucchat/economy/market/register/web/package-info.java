/** The pages of the register of markets. */
@NullMarked
package vn.thucchat.economy.market.register.web;

import org.jspecify.annotations.NullMarked;

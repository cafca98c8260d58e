/** The pages of signs, inspections and certification. */
@NullMarked
package vn.thucchat.economy.market.signs.web;

import org.jspecify.annotations.NullMarked;

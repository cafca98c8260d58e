/** The front page of a market, its figures and its day. */
@NullMarked
package vn.thucchat.economy.market.overview.web;

import org.jspecify.annotations.NullMarked;

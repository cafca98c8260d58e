package vn.thucchat.economy.market.overview.web;

import java.util.List;
import vn.thucchat.economy.market.overview.MarketWork;

/** One errand with the markets in which it waits, the most of it first. */
public record MarketWorkPage(MarketWorkType errand, List<MarketWork.Waiting> markets) {}

package vn.thucchat.economy.market.till.web;

import java.util.List;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * Where a stall's takings are told to software.
 *
 * @param accounts to choose from, when there are several
 * @param url what was typed
 * @param account what was chosen
 */
public record HooksPage(
        Till till, List<Line> hooks, List<Option> accounts, String url, String account, List<Fault> faults) {

    /** @param account the bank and the end of the account's number */
    public record Line(Webhook hook, String account) {}
}

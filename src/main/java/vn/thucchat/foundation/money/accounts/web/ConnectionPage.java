package vn.thucchat.foundation.money.accounts.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;

/**
 * One of the banks' messengers.
 *
 * @param units that may use it
 * @param others that may be allowed to
 */
public record ConnectionPage(ConnectionsPage.Line line, List<Served> units, List<Option> others, List<Fault> faults) {

    /**
     * A unit that may use it.
     *
     * @param accounts how many of its accounts are told of by it
     * @param own whether it is the connection's own
     */
    public record Served(String code, String name, long accounts, boolean own) {}
}

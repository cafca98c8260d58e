package vn.thucchat.foundation.payments.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;

/** One of the banks' messengers. */
public record ConnectionPage(ConnectionsPage.Line line, List<Fault> faults) {}

package vn.thucchat.foundation.identity.factors.web;

import java.util.List;
import vn.thucchat.foundation.identity.factors.FactorRemovals;
import vn.thucchat.foundation.pages.Fault;

/** What an administrator sees who is told that somebody has lost their device. */
public record FactorRemovalPage(FactorRemovals.State state, List<Fault> faults) {}

package vn.thucchat.foundation.identity.closing.web;

import java.util.List;
import vn.thucchat.foundation.identity.closing.AccountClosing;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.pages.Form;

/**
 * What goes when an account is closed, and what is kept for how long.
 *
 * @param handOver what has to be handed over first
 * @param purposes all for which data is held; their own words say how long
 * @param form the last confirmation; shown after a fresh proof
 * @param last whether it is asked for now
 */
public record ClosingPage(AccountClosing.HandOver handOver, List<DataPurpose> purposes, Form<?> form, boolean last) {}

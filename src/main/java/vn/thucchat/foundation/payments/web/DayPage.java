package vn.thucchat.foundation.payments.web;

import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.Reconciliation;

/** An account's day: what the bank states against what was told. */
public record DayPage(ReceivingAccount account, Reconciliation.Detail detail) {}

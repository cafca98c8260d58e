package vn.thucchat.foundation.money.payments;

import java.util.List;

/**
 * Money came in, or somebody has said what it paid ({@link Payment.Kind}): published inside the transaction that stores
 * it, to listeners that take part in this transaction ({@code @EventListener}). What they throw undoes the storing, and the bank is told to send again.
 */
public record PaymentsReceived(List<Payment> payments) {}

package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/**
 * The work list of money that waits.
 *
 * @param uses the markets whose charges the accounts are for, by our numbers of the accounts
 * @param held the first payments that count only when somebody has said so, where the list begins
 * @param choice by what the list is narrowed, or null where it cannot be
 * @param back this list, for what is opened from it; empty where no decision leads on in it
 */
public record PaymentExceptionsPage(
        Kind kind,
        List<PaymentExceptions.Waiting> waiting,
        Map<Integer, String> uses,
        List<HeldPayments.Waiting> held,
        @Nullable Choice choice,
        String back,
        Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(PaymentExceptions.Order.WAITING, "payments.waiting").numbers(),
            Table.Column.by(PaymentExceptions.Order.REASON, "payments.findings.reason"),
            Table.Column.by(PaymentExceptions.Order.ACCOUNT, "payments.findings.account"),
            Table.Column.by(PaymentExceptions.Order.SINCE, "payments.findings.since"));

    /** The list in its one order. */
    static List<Table.Column> columns(Kind kind) {
        return List.of(
                Table.Column.of(kind == Kind.REFUND ? "payments.findings.refund" : "payments.amount")
                        .numbers(),
                Table.Column.of("payments.findings.reason"),
                Table.Column.of("payments.findings.account"),
                Table.Column.of("payments.findings.since"));
    }

    /** Whether it waits from another day than that on which the money moved: told late, or for the second time. */
    public boolean later(PaymentExceptions.Waiting it) {
        return !BusinessTime.day(it.finding().openedAt()).equals(it.movement().day());
    }

    /** Where it is: the market, or who holds the account. */
    public String place(PaymentExceptions.Waiting it) {
        return uses.getOrDefault(it.account().number(), it.account().holder());
    }

    /** Address of the page of a payment exception. */
    public String url(PaymentExceptions.Waiting it) {
        return PaymentExceptionsQuery.page(it.finding(), back);
    }

    /** By which one is chosen, in the version that was seen. */
    public String row(PaymentExceptions.Waiting it) {
        return ChosenPaymentException.of(it.finding()).toString();
    }

    /** The sum that a row tells: what waits of it or, where nothing does, the money itself. */
    public long amountVnd(PaymentExceptions.Waiting it) {
        PaymentException finding = it.finding();
        if (finding.toReturn()) return finding.refundVnd();
        return finding.waitingVnd() > 0 ? finding.waitingVnd() : it.movement().amountVnd();
    }

    /** What can be chosen, and what all that the filter leaves comes to, the real and the invented apart. */
    public record Choice(List<Option> reasons, List<Option> accounts, List<PaymentExceptions.Total> totals) {}

    /** What it waits for. */
    public enum Kind {
        /** that somebody says what it is */
        UNCLEAR(PaymentExceptionsQuery.PATH, "payments.findings"),
        /** that it is given back */
        REFUND("/money/refunds", "payments.refunds"),
        /** nothing: a rule closed it */
        CLOSED(PaymentExceptionsQuery.PATH + "/closed", "payments.closures");

        private final String url;
        private final String key;

        Kind(String url, String key) {
            this.url = url;
            this.key = key;
        }

        String url() {
            return url;
        }

        /** Of the texts of the list: its title; with {@code .about}, {@code .none} and {@code .none.text} the others. */
        public String key() {
            return key;
        }
    }
}

package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.pages.Option;

/**
 * The work list of money that waits.
 *
 * @param held the first payments that count only when somebody has said so, where the list begins
 * @param choice by what the list is narrowed, or null where it cannot be
 * @param first the address of the list's beginning, or null on it
 * @param next the address of the next part, or null at the end
 */
public record FindingsPage(
        Kind kind,
        List<PaymentExceptions.Waiting> waiting,
        List<HeldPayments.Waiting> held,
        @Nullable Choice choice,
        @Nullable String first,
        @Nullable String next) {

    /** Whether it waits from another day than that on which the money moved: told late, or for the second time. */
    public boolean later(PaymentExceptions.Waiting it) {
        return !BusinessTime.day(it.finding().openedAt()).equals(it.movement().day());
    }

    /** The filter, with the reasons and accounts to choose from. */
    public record Choice(PaymentExceptions.Filter filter, List<Option> reasons, List<Option> accounts) {

        public String reason() {
            return filter.outcome() == null ? "" : filter.outcome().name();
        }

        public String account() {
            return filter.account() == null ? "" : filter.account().toString();
        }

        String query() {
            return filter.equals(PaymentExceptions.Filter.ALL)
                    ? ""
                    : "reason=" + reason() + "&account=" + account() + "&";
        }
    }

    /** What it waits for. */
    public enum Kind {
        /** that somebody says what it is */
        UNCLEAR("/money/findings", "payments.findings"),
        /** that it is given back */
        REFUND("/money/refunds", "payments.refunds");

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

        PaymentExceptions.Cursor cursor(PaymentException last) {
            return new PaymentExceptions.Cursor(
                    switch (this) {
                        case UNCLEAR -> last.openedAt();
                        case REFUND -> Objects.requireNonNull(last.closedAt());
                    },
                    last.account(),
                    last.movement());
        }
    }
}

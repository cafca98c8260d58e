package vn.thucchat.foundation.money.exceptions.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thucchat.foundation.money.exceptions.PaymentException;
import vn.thucchat.foundation.pages.Problem;

/** A row that was chosen to be decided with others, in the version that was seen: written {@code 19-204-1}. */
record ChosenPaymentException(int account, long movement, int version) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})-([0-9]{1,9})");

    static ChosenPaymentException of(PaymentException finding) {
        return new ChosenPaymentException(finding.account(), finding.movement(), finding.version());
    }

    /** @throws Problem 400 when no list has written it */
    static ChosenPaymentException read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) throw Problem.bad("chosen", "table.chosen.fault");
        return new ChosenPaymentException(
                Integer.parseInt(written.group(1)),
                Long.parseLong(written.group(2)),
                Integer.parseInt(written.group(3)));
    }

    @Override
    public String toString() {
        return account + "-" + movement + "-" + version;
    }
}

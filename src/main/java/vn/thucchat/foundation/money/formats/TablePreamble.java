package vn.thucchat.foundation.money.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bank writes around its table: the account, the period, the currency, the balances at the begin and end. A label
 * and its value stand in one cell or in two beside each other.
 */
final class TablePreamble {

    private static final Pattern ACCOUNT = Pattern.compile(
            "\\b(?:so tai khoan|so tk|stk|account (?:number|no)|a c no|tai khoan so|tai khoan|account)\\b");
    private static final Pattern OTHER_ACCOUNT = Pattern.compile(
            "\\b(?:ten|chu|loai|doi ung|doi tac|type|name|holder|chi tiet|statement|sao ke|so phu|details)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,/])(\\d[\\d ]{4,22}\\d)(?![\\d,/])");
    private static final Pattern PERIOD = Pattern.compile("\\b(?:tu|from|ky|period|giai doan|thoi gian)\\b");
    private static final Pattern OPENING = Pattern.compile(
            "\\b(?:so du dau|du dau|so du ban dau|so du truoc|opening|beginning|begin|brought forward|previous) ?(?:ky|ngay|balance)?\\b");
    private static final Pattern CLOSING =
            Pattern.compile("\\b(?:so du cuoi|du cuoi|closing|ending|carried forward) ?(?:ky|ngay|balance)?\\b");
    /** At the begin of a cell: a payer's words may hold any of them. */
    private static final Pattern TOTAL = Pattern.compile(
            "^(?:tong(?! cong ty| cty)\\b|cong(?: so)?(?: phat sinh| doanh so| trong ky)?$|totals?\\b|sub total|luy ke|doanh so"
                    + "|so phat sinh|phat sinh trong ky|so du\\b|du (?:dau|cuoi)\\b|balance$)");

    private static final Pattern CURRENCY =
            Pattern.compile("\\b(?:loai tien(?: te)?|tien te|currency|ccy)\\b\\W*([a-z]{3})\\b");

    private final List<String> accounts = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Long openingVnd;
    private @Nullable Long closingVnd;
    private @Nullable String currency;

    /** Reads a row above the table. */
    void above(TableRow row) {
        List<StatedCell> cells = List.copyOf(row.cells().values());
        for (int i = 0; i < cells.size(); i++) account(cells, i);
        String plain = ColumnTitles.plain(row.text());
        List<LocalDate> days = new ArrayList<>();
        for (StatedCell cell : cells)
            if (cell.moment() != null) days.add(cell.moment().toLocalDate());
            else days.addAll(StatedDay.all(cell.line()));
        if (PERIOD.matcher(plain).find()
                && days.size() >= 2
                && from == null
                && !days.get(1).isBefore(days.get(0))) {
            from = days.get(0);
            to = days.get(1);
        }
        Matcher money = CURRENCY.matcher(plain);
        if (money.find() && currency == null) currency = money.group(1).toUpperCase(java.util.Locale.ROOT);
        balance(row, StatedCell.EMPTY);
    }

    private void account(List<StatedCell> cells, int at) {
        String plain = ColumnTitles.plain(cells.get(at).line());
        Matcher label = ACCOUNT.matcher(plain);
        if (!label.find()
                || OTHER_ACCOUNT.matcher(plain.substring(0, label.end())).find()) return;
        String text = cells.get(at).line();
        Matcher own = NUMBER.matcher(text);
        Matcher next = NUMBER.matcher(at + 1 < cells.size() ? cells.get(at + 1).line() : "");
        if (own.find()) accounts.add(number(own.group(1)));
        else if (next.find()) accounts.add(number(next.group(1)));
    }

    /** The first group of digits where it is a number by itself, or all of them: {@code 0123 456 789}. */
    private static String number(String digits) {
        int blank = digits.indexOf(' ');
        return blank > 5 ? digits.substring(0, blank) : digits;
    }

    /**
     * Takes a balance from a row of no movement.
     *
     * @param balance the cell of the column of balances, where the table has one
     * @return whether the row tells a balance or a sum
     */
    boolean balance(TableRow row, StatedCell balance) {
        boolean told = false;
        List<StatedCell> cells = List.copyOf(row.cells().values());
        for (int i = 0; i < cells.size(); i++) {
            String plain = ColumnTitles.plain(cells.get(i).line());
            boolean opens = OPENING.matcher(plain).find();
            boolean closes = CLOSING.matcher(plain).find();
            told |= opens || closes || TOTAL.matcher(plain).find();
            if (opens == closes) continue;
            Long vnd = behindLabel(cells.get(i).line());
            if (vnd == null && !balance.isEmpty()) vnd = balance.amount();
            for (int next = i + 1; vnd == null && next < cells.size(); next++) {
                if (ColumnTitles.plain(cells.get(next).line()).isEmpty()) continue;
                vnd = cells.get(next).amount();
                if (vnd == null) break;
            }
            if (vnd == null) continue;
            if (opens && openingVnd == null) openingVnd = vnd;
            if (closes) closingVnd = vnd;
        }
        return told;
    }

    /** {@code Số dư đầu kỳ: 1.000.000 VND}; not the day in {@code Số dư đầu ngày 01/11/2026}. */
    private static @Nullable Long behindLabel(String text) {
        int colon = text.lastIndexOf(':');
        String value = colon >= 0 ? text.substring(colon + 1) : "";
        return value.isBlank() ? null : StatedAmount.read(value, null);
    }

    boolean tellsAccount() {
        return !accounts.isEmpty();
    }

    /** The number of the account that the table is of; this one where it is not told. */
    String account(String own) {
        if (accounts.isEmpty() || accounts.stream().anyMatch(told -> same(told, own))) return own;
        return accounts.getFirst().replace(" ", "");
    }

    /** A spreadsheet that keeps the account as a number has lost the zeros before it. */
    private static boolean same(String told, String own) {
        String plain = told.replace(" ", "");
        return plain.equalsIgnoreCase(own)
                || (own.endsWith(plain)
                        && own.substring(0, own.length() - plain.length()).matches("0+"));
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate to() {
        return to;
    }

    @Nullable
    Long openingVnd() {
        return openingVnd;
    }

    @Nullable
    Long closingVnd() {
        return closingVnd;
    }

    /** Of all amounts; null where it is not told. */
    @Nullable
    String currency() {
        return currency;
    }
}

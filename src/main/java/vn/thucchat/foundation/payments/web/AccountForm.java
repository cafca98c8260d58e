package vn.thucchat.foundation.payments.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;

/** What was typed to add an account for charges. */
public record AccountForm(String bin, String account, String holder, String unit, String connection) {

    static final AccountForm EMPTY = new AccountForm("", "", "", "", "");

    public AccountForm(
            @Nullable String bin,
            @Nullable String account,
            @Nullable String holder,
            @Nullable String unit,
            @Nullable String connection) {
        this.bin = typed(bin);
        this.account = typed(account).replace(" ", "");
        this.holder = typed(holder);
        this.unit = typed(unit);
        this.connection = typed(connection);
    }

    List<Fault> faults(Texts t) {
        var faults = new ArrayList<Fault>();
        if (!bin.matches("[0-9]{6}")) faults.add(new Fault("bin", t.of("payments.banks.bin.fault")));
        if (!account.matches("[0-9A-Za-z]{1,19}"))
            faults.add(new Fault("account", t.of("payments.account.number.fault")));
        if (holder.isEmpty() || holder.length() > 120)
            faults.add(new Fault("holder", t.of("payments.account.holder.fault")));
        if (BookUnits.code(unit).isEmpty()) faults.add(new Fault("unit", t.of("payments.connection.unit.fault")));
        return faults;
    }

    private static String typed(@Nullable String text) {
        if (text == null) return "";
        String cut = text.length() > 200 ? text.substring(0, 200) : text;
        return cut.replaceAll("\\p{Cntrl}", "").strip();
    }
}

package vn.thucchat.foundation.payments.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.foundation.payments.Bank;

/** What was typed about a bank. */
public record BankForm(String bin, String name, String from, String source) {

    static final BankForm EMPTY = new BankForm("", "", "", "");

    public BankForm(@Nullable String bin, @Nullable String name, @Nullable String from, @Nullable String source) {
        this.bin = typed(bin);
        this.name = typed(name);
        this.from = typed(from);
        this.source = typed(source);
    }

    List<Fault> faults(Texts t) {
        var faults = new ArrayList<Fault>();
        if (!bin.matches("[0-9]{6}")) faults.add(new Fault("bin", t.of("payments.banks.bin.fault")));
        if (name.isEmpty() || name.length() > 60) faults.add(new Fault("name", t.of("payments.banks.name.fault")));
        if (day() == null) faults.add(new Fault("from", t.of("payments.banks.from.fault")));
        if (source.isEmpty()) faults.add(new Fault("source", t.of("payments.banks.source.fault")));
        return faults;
    }

    Bank bank() {
        return new Bank(bin, name, source);
    }

    @Nullable
    LocalDate day() {
        return VietnameseDays.parse(from)
                .value()
                .filter(day -> day.getYear() >= 1951)
                .orElse(null);
    }

    private static String typed(@Nullable String text) {
        if (text == null) return "";
        String cut = text.length() > 200 ? text.substring(0, 200) : text;
        return VietnameseText.kept(cut.replaceAll("\\p{Cntrl}", "").strip());
    }
}

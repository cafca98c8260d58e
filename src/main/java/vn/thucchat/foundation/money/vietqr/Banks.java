package vn.thucchat.foundation.money.vietqr;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The banks and wallets of the country by their BIN, from a dated list that names its source. */
@Service
@DependsOnDatabaseInitialization
public class Banks {

    /** Of a spreadsheet that brings lines: a country has some dozens of banks. */
    public static final Limits LIMITS = new Limits(501, 20, 1_000_000, 20_000_000);

    private static final String LIST = "data/banks/banks.csv";

    private final BankStore store;
    private final Units units;
    private final AccessLog log;

    Banks(BankStore store, Units units, AccessLog log) {
        this.store = store;
        this.units = units;
        this.log = log;
    }

    /** Who holds the accounts of a BIN on a day; empty when the list has none. */
    public Optional<Bank> find(String bin, LocalDate day) {
        return store.find(bin, day);
    }

    /** The name of who holds the accounts of a BIN on a day; the BIN itself when the list has none. */
    public String name(String bin, LocalDate day) {
        return find(bin, day).map(Bank::name).orElse(bin);
    }

    /** All banks and wallets that hold accounts on a day, in the order of their names. */
    public List<Bank> on(LocalDate day) {
        return store.all(day).stream()
                .sorted(Comparator.comparing(Bank::name, VietnameseText.ORDER).thenComparing(Bank::bin))
                .toList();
    }

    /** The same to choose one of, after nothing chosen yet. */
    public List<Option> options(LocalDate day, Texts t) {
        return Stream.concat(
                        Stream.of(new Option("", t.of("payments.bank.choose"))),
                        on(day).stream().map(bank -> new Option(bank.bin(), bank.name() + " · " + bank.bin())))
                .toList();
    }

    /** The whole list in the order of numbers and days: a country has some dozens of banks. */
    public List<BankLine> lines() {
        return store.lines();
    }

    /** Whether the actor may change the list: by administering a province, and not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** The lines that a spreadsheet brings; what cannot be read is among its errors. */
    public static List<BankLine> lines(SheetImport<BankColumn> sheet) {
        var seen = new HashSet<List<Object>>();
        return sheet.rows().stream()
                .map(row -> {
                    String bin = row.code(BankColumn.BIN).strip();
                    if (!bin.matches("[0-9]{6}")) row.error(BankColumn.BIN, "payments.banks.bin.fault");
                    LocalDate from = row.day(BankColumn.FROM);
                    if (from == null) row.error(BankColumn.FROM, "payments.banks.from.fault");
                    else if (!seen.add(List.of(bin, from))) row.error(BankColumn.BIN, "payments.banks.twice");
                    return new BankLine(
                            bin,
                            row.text(BankColumn.NAME, 60, "payments.banks.name.fault"),
                            from,
                            null,
                            row.text(BankColumn.SOURCE, 200, "payments.banks.source.fault"));
                })
                .toList();
    }

    /**
     * From the first day of each line on, its BIN belongs to its bank: banks are founded, merge and change their names.
     * What was before that day stays. The list is everybody's: only an administrator of the province changes it.
     */
    @Transactional
    public Result change(Actor actor, List<BankLine> lines) {
        if (!mayChange(actor)) return new Result.Refused("payments.banks.not-allowed");
        for (BankLine line : lines) {
            LocalDate from = Objects.requireNonNull(line.from());
            store.put(new Bank(line.bin(), line.name(), line.source()), from);
            log.record(actor, "payments.bank-changed", line.bin(), line.name() + " · " + from);
        }
        return new Result.Done(null);
    }

    @PostConstruct
    void load() throws IOException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(LIST).getInputStream())) {
            store.add(lines.stream()
                    .map(line -> new BankLine(
                            line.getField("bin"),
                            line.getField("name"),
                            day(line.getField("valid_from")),
                            day(line.getField("valid_to")),
                            line.getField("source")))
                    .toList());
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}

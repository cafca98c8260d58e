package vn.thucchat.foundation.payments;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.units.Units;

/** The banks and wallets of the country by their BIN, from a dated list that names its source. */
@Service
@DependsOnDatabaseInitialization
public class Banks {

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

    /** The list in the order of numbers, after one already seen. */
    public List<BankLine> page(String after, int limit) {
        return store.page(after, limit);
    }

    /** Whether the actor may change the list: by administering a province, and not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Role.ADMINISTRATOR);
    }

    /**
     * From a day on, a BIN belongs to this bank: banks are founded, merge and change their names. What was before that
     * day stays.
     *
     * @return false when the actor may not: the list is everybody's
     */
    @Transactional
    public boolean change(Actor actor, Bank bank, LocalDate from) {
        if (!mayChange(actor)) return false;
        store.put(bank, from);
        log.record(actor, "payments.bank-changed", bank.bin(), bank.name() + " · " + from);
        return true;
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

package vn.thucchat.foundation.money.vietqr;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.bank}. */
@Component
record BankStore(JdbcClient jdbc) {

    private static final String ON_DAY = """
            SELECT bin, name, source FROM payments.bank
            WHERE bin = :bin AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
            ORDER BY valid_from DESC
            LIMIT 1""";
    private static final String ALL = """
            SELECT DISTINCT ON (bin) bin, name, source FROM payments.bank
            WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
            ORDER BY bin, valid_from DESC""";
    /** What is there already may have been corrected since, and stays. */
    private static final String ADD = """
            INSERT INTO payments.bank (bin, name, valid_from, valid_to, source)
            SELECT b.bin, b.name, coalesce(b.valid_from, '-infinity'), b.valid_to, b.source
            FROM unnest(:bins::text[], :names::text[], :froms::date[], :tos::date[], :sources::text[])
                AS b (bin, name, valid_from, valid_to, source)
            ON CONFLICT DO NOTHING""";

    private static final String LINES = """
            SELECT bin, name, nullif(valid_from, '-infinity') AS "from", valid_to AS "to", source
            FROM payments.bank
            ORDER BY bin, valid_from
            LIMIT 2000""";
    private static final String END = """
            UPDATE payments.bank SET valid_to = :day::date - 1
            WHERE bin = :bin AND valid_from < :day AND (valid_to IS NULL OR valid_to >= :day)""";
    private static final String PUT = """
            INSERT INTO payments.bank (bin, name, valid_from, source) VALUES (:bin, :name, :day, :source)
            ON CONFLICT (bin, valid_from) DO UPDATE SET name = excluded.name, source = excluded.source""";

    Optional<Bank> find(String bin, LocalDate day) {
        return jdbc.sql(ON_DAY)
                .param("bin", bin)
                .param("day", day)
                .query(Rows.of(Bank.class))
                .optional();
    }

    /** Some dozens: a country's banks. */
    List<Bank> all(LocalDate day) {
        return jdbc.sql(ALL).param("day", day).query(Rows.of(Bank.class)).list();
    }

    int add(List<BankLine> lines) {
        return Batch.of(lines)
                .text("bins", BankLine::bin)
                .text("names", BankLine::name)
                .day("froms", BankLine::from)
                .day("tos", BankLine::to)
                .text("sources", BankLine::source)
                .update(jdbc.sql(ADD));
    }

    /** In the order of numbers and days. */
    List<BankLine> lines() {
        return jdbc.sql(LINES).query(Rows.of(BankLine.class)).list();
    }

    /** From a day on, the number belongs to this bank; until the day before to whoever held it. */
    void put(Bank bank, LocalDate from) {
        jdbc.sql(END).param("bin", bank.bin()).param("day", from).update();
        jdbc.sql(PUT)
                .param("bin", bank.bin())
                .param("name", bank.name())
                .param("day", from)
                .param("source", bank.source())
                .update();
    }
}

package vn.thucchat.foundation.money.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.account}. */
@Component
record ReceivingAccountStore(JdbcClient jdbc) {

    private static final String COLUMNS =
            " number, bin, account, holder, unit, purpose, connection, synthetic FROM payments.account ";
    private static final String OPEN = """
            INSERT INTO payments.account (bin, account, holder, unit, purpose, connection, synthetic, opened_at)
            SELECT a.bin, a.account, a.holder, a.unit, a.purpose, a.connection, a.synthetic, :at
            FROM unnest(:bins::text[], :accounts::text[], :holders::text[], :units::text[], :purposes::text[],
                :connections::text[], :synthetic::boolean[])
                AS a (bin, account, holder, unit, purpose, connection, synthetic)
            ON CONFLICT (bin, account) DO NOTHING""";
    private static final String COUNTERS = """
            INSERT INTO payments.movement_count (account, last)
            SELECT a.number, 0 FROM payments.account a
            JOIN unnest(:bins::text[], :accounts::text[]) AS w (bin, account) USING (bin, account)
            ON CONFLICT DO NOTHING""";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE number = :number";
    private static final String OF_BANK = "SELECT" + COLUMNS + "WHERE bin = :bin AND account = :account";
    private static final String BY_ACCOUNTS = "SELECT" + COLUMNS + """
            WHERE (bin, account) IN (SELECT * FROM unnest(:bins::text[], :accounts::text[]))""";
    private static final String BY_NUMBERS = "SELECT" + COLUMNS + "WHERE number = ANY (:numbers)";
    private static final String OF_CONNECTION = "SELECT" + COLUMNS
            + "WHERE connection = :connection AND upper(account) = upper(:account) ORDER BY number LIMIT 20";
    private static final String OF_UNITS = "SELECT" + COLUMNS + """
            WHERE unit = ANY (:units) AND (synthetic OR NOT :onlySynthetic) AND number > :after
                AND (NOT :charges OR purpose = 'CHARGES')
                AND (:words = '' OR position(:words in lower(holder)) > 0 OR position(:words in lower(account)) > 0
                    OR number = ANY (:named))
            ORDER BY number LIMIT :limit""";
    /**
     * Reads one entry per account from the index of movements that a bank or provider reported; movements known only
     * from a statement are not in that index, so their number does not matter.
     */
    static final String HEARD = """
            SELECT a.number, l.received_at AS heard FROM unnest(:numbers::integer[]) AS a (number)
            CROSS JOIN LATERAL (
                SELECT m.received_at FROM payments.movement m
                WHERE m.account = a.number AND m.source <> 'STATEMENT'
                ORDER BY m.number DESC LIMIT 1) AS l""";

    private static final String CONNECT = "UPDATE payments.account SET connection = :connection WHERE number = :number";

    private static final String ALIKE = """
            SELECT w.i, a.bin FROM unnest(:bins::text[], :accounts::text[]) WITH ORDINALITY AS w (bin, account, i)
            JOIN payments.account a ON a.connection = :connection AND upper(a.account) = upper(w.account)
                AND (a.bin, a.account) <> (w.bin, w.account)""";

    void open(Collection<ReceivingAccounts.New> wanted, Instant at) {
        accounts(wanted)
                .text("holders", ReceivingAccounts.New::holder)
                .word("units", ReceivingAccounts.New::unit)
                .word("purposes", ReceivingAccounts.New::purpose)
                .text("connections", ReceivingAccounts.New::connection)
                .flag("synthetic", ReceivingAccounts.New::synthetic)
                .update(jdbc.sql(OPEN).param("at", at.atOffset(ZoneOffset.UTC)));
        accounts(wanted).update(jdbc.sql(COUNTERS));
    }

    List<ReceivingAccount> find(Collection<ReceivingAccounts.New> wanted) {
        return accounts(wanted)
                .in(jdbc.sql(BY_ACCOUNTS))
                .query(Rows.of(ReceivingAccount.class))
                .list();
    }

    private static Batch<ReceivingAccounts.New> accounts(Collection<ReceivingAccounts.New> wanted) {
        return Batch.of(wanted)
                .text("bins", ReceivingAccounts.New::bin)
                .text("accounts", ReceivingAccounts.New::account);
    }

    Optional<ReceivingAccount> find(int number) {
        return jdbc.sql(FIND)
                .param("number", number)
                .query(Rows.of(ReceivingAccount.class))
                .optional();
    }

    Optional<ReceivingAccount> ofBank(String bin, String account) {
        return jdbc.sql(OF_BANK)
                .param("bin", bin)
                .param("account", account)
                .query(Rows.of(ReceivingAccount.class))
                .optional();
    }

    List<ReceivingAccount> find(int[] numbers) {
        return jdbc.sql(BY_NUMBERS)
                .param("numbers", numbers)
                .query(Rows.of(ReceivingAccount.class))
                .list();
    }

    /** Those of this number, in capitals or not, that the connection tells of: several at different banks. */
    List<ReceivingAccount> find(String connection, String account) {
        return jdbc.sql(OF_CONNECTION)
                .param("connection", connection)
                .param("account", account)
                .query(Rows.of(ReceivingAccount.class))
                .list();
    }

    /** The banks of other accounts of these numbers on a connection, by the places of those wanted. */
    Map<Integer, Set<String>> alike(String connection, List<ReceivingAccounts.New> wanted) {
        var alike = new HashMap<Integer, Set<String>>();
        accounts(wanted).in(jdbc.sql(ALIKE).param("connection", connection)).query(row -> {
            alike.computeIfAbsent(row.getInt("i") - 1, _ -> new HashSet<>()).add(row.getString("bin"));
        });
        return alike;
    }

    /**
     * @param onlySynthetic leaves out the real ones
     * @param words of the holder or the number, in small letters without marks; {@code named} that fit otherwise
     */
    List<ReceivingAccount> page(
            String[] units,
            boolean onlySynthetic,
            boolean charges,
            String words,
            Collection<Integer> named,
            int after,
            int limit) {
        return jdbc.sql(OF_UNITS)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("charges", charges)
                .param("words", words)
                .param("named", named.toArray(Integer[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(ReceivingAccount.class))
                .list();
    }

    /** When each of some accounts was told of last, where it was. */
    Map<Integer, Instant> heard(Collection<Integer> numbers) {
        var heard = new HashMap<Integer, Instant>();
        jdbc.sql(HEARD).param("numbers", numbers.toArray(Integer[]::new)).query(row -> {
            heard.put(row.getInt("number"), RowTimes.at(row, "heard"));
        });
        return heard;
    }

    int connect(int number, @Nullable String connection) {
        return jdbc.sql(CONNECT)
                .param("number", number)
                .param("connection", connection)
                .update();
    }
}

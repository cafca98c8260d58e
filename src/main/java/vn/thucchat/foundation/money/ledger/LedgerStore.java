package vn.thucchat.foundation.money.ledger;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.database.BinaryCopy;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.transfer}. */
@Repository
class LedgerStore {

    private static final String BOOK = """
            COPY payments.transfer (account, id, at, day, debit, credit, amount, key, movement, by, note)
            FROM STDIN (FORMAT binary)""";
    private static final String BALANCES = """
            SELECT name, sum(amount)::bigint AS amount_vnd FROM (
                SELECT debit AS name, amount FROM payments.transfer WHERE account = :account AND day <= :day
                UNION ALL
                SELECT credit, -amount FROM payments.transfer WHERE account = :account AND day <= :day) AS sides
            WHERE name NOT LIKE 'owed:%'
            GROUP BY name ORDER BY name""";
    private static final String AT_BANKS = """
            SELECT account, sum(CASE WHEN debit = 'bank' THEN amount ELSE -amount END)::bigint AS amount
            FROM payments.transfer
            WHERE account = ANY (:accounts) AND day <= :day AND (debit = 'bank' OR credit = 'bank')
            GROUP BY account""";
    private static final String OWED = """
            SELECT coalesce(sum(CASE WHEN debit LIKE 'owed:%' THEN amount ELSE 0 END)
                - sum(CASE WHEN credit LIKE 'owed:%' THEN amount ELSE 0 END), 0)::bigint
            FROM payments.transfer WHERE account = :account AND day <= :day""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    LedgerStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void book(Collection<Transfer> transfers) {
        if (transfers.isEmpty()) return;
        template.execute((Connection connection) -> {
            BinaryCopy.into(connection, BOOK, rows -> {
                for (Transfer transfer : transfers) {
                    rows.row(11)
                            .integer(transfer.account())
                            .uuid(transfer.id())
                            .timestamptz(transfer.at())
                            .date(BusinessTime.day(transfer.at()))
                            .unique(transfer.debit())
                            .unique(transfer.credit())
                            .bigint(transfer.amountVnd())
                            .unique(transfer.key())
                            .bigintOrNull(transfer.movement())
                            .uuid(transfer.by())
                            .text(transfer.note());
                }
            });
            return true;
        });
    }

    /** Of all accounts of the books but what is owed, as of the end of a day. */
    List<Ledger.Balance> balances(int account, LocalDate day) {
        return jdbc.sql(BALANCES)
                .param("account", account)
                .param("day", day)
                .query(Rows.of(Ledger.Balance.class))
                .list();
    }

    /** What stands at the bank, by the accounts that anything moved on. */
    Map<Integer, Long> atBanks(Collection<Integer> accounts, LocalDate day) {
        var balances = new HashMap<Integer, Long>();
        jdbc.sql(AT_BANKS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("day", day)
                .query(row -> {
                    balances.put(row.getInt("account"), row.getLong("amount"));
                });
        return balances;
    }

    long owed(int account, LocalDate day) {
        return jdbc.sql(OWED)
                .param("account", account)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}

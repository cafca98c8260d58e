package vn.thucchat.foundation.money.cashdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code payments.cash_receipt}, {@code cash_count} and {@code cash_void}. */
@Component
record CashReceiptStore(JdbcClient jdbc) {

    private static final String RECEIPTS = """
            SELECT r.account, r.year, r.number, r.id, r.amount, r.owed, r.at, r.code, r.what, r.collector, r.payer,
                r.means, r.reference, r.synthetic,
                v.at AS voided_at, v.reason
            FROM payments.cash_receipt r
            LEFT JOIN payments.cash_void v ON v.account = r.account AND v.receipt = r.id
            """;
    private static final String NEXT = """
            INSERT INTO payments.cash_count (account, year, last) VALUES (:account, :year, 1)
            ON CONFLICT (account, year) DO UPDATE SET last = cash_count.last + 1
            RETURNING last""";
    private static final String INSERT = """
            INSERT INTO payments.cash_receipt (account, year, number, id, amount, owed, at, code, what, taken_by,
                collector, payer, means, reference, key, synthetic)
            VALUES (:account, :year, :number, :id, :amount, :owed, :at, :code, :what, :by, :collector, :payer,
                :means, :reference, :key, :synthetic)""";
    private static final String FIND = RECEIPTS + "WHERE r.id = :id";
    private static final String BY_KEY = RECEIPTS + "WHERE r.account = :account AND r.key = :key";
    private static final String FOR_CODE = RECEIPTS + "WHERE r.code = :code ORDER BY r.at, r.id";
    private static final String LATEST = RECEIPTS + "WHERE r.taken_by = :by ORDER BY r.at DESC LIMIT :limit";
    private static final String OF_ACCOUNT =
            RECEIPTS + "WHERE r.account = :account ORDER BY r.year DESC, r.number DESC LIMIT :limit";
    private static final String NUMBERED = RECEIPTS + """
            JOIN payments.account a ON a.number = r.account
            WHERE a.unit = ANY (:units) AND (a.synthetic OR NOT :onlySynthetic) AND a.purpose = 'CHARGES'
                AND r.year = :year AND r.number = :number
            ORDER BY r.at DESC LIMIT :limit""";
    private static final String TAKEN_FOR = """
            SELECT DISTINCT r.code FROM payments.cash_receipt r
            WHERE r.code = ANY (:codes) AND r.means = 'CASH' AND NOT EXISTS (
                SELECT 1 FROM payments.cash_void v WHERE v.account = r.account AND v.receipt = r.id)""";
    private static final String REFERENCE_USED = """
            SELECT EXISTS (
                SELECT FROM payments.cash_receipt r
                WHERE r.account = :account AND r.reference = :reference AND NOT EXISTS (
                    SELECT FROM payments.cash_void v WHERE v.account = r.account AND v.receipt = r.id))""";
    private static final String VOID = """
            INSERT INTO payments.cash_void (account, receipt, at, by, reason)
            VALUES (:account, :receipt, :at, :by, :reason)
            ON CONFLICT DO NOTHING""";

    /** The next number of an account in a year; nobody else gets one until the transaction ends. */
    int next(int account, int year) {
        return jdbc.sql(NEXT)
                .param("account", account)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(CashReceipt receipt, UUID by, UUID key) {
        jdbc.sql(INSERT)
                .param("account", receipt.account())
                .param("year", receipt.year())
                .param("number", receipt.number())
                .param("id", receipt.id())
                .param("amount", receipt.amountVnd())
                .param("owed", receipt.owedVnd())
                .param("at", receipt.at().atOffset(ZoneOffset.UTC))
                .param("code", receipt.code())
                .param("what", receipt.what())
                .param("by", by)
                .param("collector", receipt.collector())
                .param("payer", receipt.payer())
                .param("means", receipt.received().means().name())
                .param("reference", receipt.received().reference())
                .param("key", key)
                .param("synthetic", receipt.synthetic())
                .update();
    }

    Optional<CashReceipt> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(CashReceiptStore::receipt).optional();
    }

    /** What a form with this key made before. */
    Optional<CashReceipt> find(int account, UUID key) {
        return jdbc.sql(BY_KEY)
                .param("account", account)
                .param("key", key)
                .query(CashReceiptStore::receipt)
                .optional();
    }

    /** In the order in which they were written. */
    List<CashReceipt> forCode(String code) {
        return jdbc.sql(FOR_CODE)
                .param("code", code)
                .query(CashReceiptStore::receipt)
                .list();
    }

    List<CashReceipt> latest(UUID by, int limit) {
        return jdbc.sql(LATEST)
                .param("by", by)
                .param("limit", limit)
                .query(CashReceiptStore::receipt)
                .list();
    }

    /** The latest first. */
    List<CashReceipt> ofAccount(int account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query(CashReceiptStore::receipt)
                .list();
    }

    /** Each account has numbers of its own, so there may be several. */
    List<CashReceipt> numbered(String[] units, boolean onlySynthetic, int year, int number, int limit) {
        return jdbc.sql(NUMBERED)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("year", year)
                .param("number", number)
                .param("limit", limit)
                .query(CashReceiptStore::receipt)
                .list();
    }

    /** Those of some codes that cash was taken for, by a receipt that is not void. */
    Set<String> takenFor(Collection<String> codes) {
        return Set.copyOf(jdbc.sql(TAKEN_FOR)
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Whether a receipt that is not void is for this transaction. The next number of the account must be taken. */
    boolean used(int account, String reference) {
        return jdbc.sql(REFERENCE_USED)
                .param("account", account)
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    /** @return false when it was void before */
    boolean voided(CashReceipt receipt, Instant at, UUID by, String reason) {
        return jdbc.sql(VOID)
                        .param("account", receipt.account())
                        .param("receipt", receipt.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private static CashReceipt receipt(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime voided = row.getObject("voided_at", OffsetDateTime.class);
        return new CashReceipt(
                row.getInt("account"),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("id", UUID.class),
                row.getLong("amount"),
                row.getLong("owed"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                row.getString("what"),
                row.getString("collector"),
                row.getString("payer"),
                new CashReceipt.Received(CashReceipt.Means.valueOf(row.getString("means")), row.getString("reference")),
                row.getBoolean("synthetic"),
                voided == null ? null : new CashReceipt.Voided(voided.toInstant(), row.getString("reason")));
    }
}

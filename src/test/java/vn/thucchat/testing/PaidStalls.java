package vn.thucchat.testing;

import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.bankfeeds.Teller;

/** One market with many stalls, each heard on an account of its own: written as rows, for processes of their own. */
@NullMarked
public final class PaidStalls {

    /** What the processes seal with. */
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static final String CONNECTION = "paid-stalls";

    private PaidStalls() {}

    public static void insert(JdbcClient jdbc, int stalls) {
        jdbc.sql("""
                        INSERT INTO payments.connection (id, provider, unit, name, secret, synthetic, opened_at)
                        VALUES (:id, 'SEPAY', '05443', 'Đo', :secret, false, '2022-01-01T00:00Z')""")
                .param("id", CONNECTION)
                .param("secret", new Seal(KEY).close(Teller.SECRET, CONNECTION))
                .update();
        jdbc.sql("""
                        INSERT INTO payments.account (bin, account, holder, unit, purpose, connection, synthetic, opened_at)
                        SELECT '970436', (7700000000 + i)::text, 'A', '05443', 'OWNER', :id, false, '2022-01-01T00:00Z'
                        FROM generate_series(0, :stalls - 1) AS i""").param("id", CONNECTION).param("stalls", stalls).update();
        jdbc.sql("INSERT INTO payments.movement_count (account, last) SELECT number, 0 FROM payments.account")
                .update();
        jdbc.sql("""
                INSERT INTO market.market (id, code, name, unit, address, opened_on, synthetic)
                VALUES (gen_random_uuid(), 'cho-do', 'Chợ Đo', '05443', '', '2022-01-01', false)""").update();
        jdbc.sql("INSERT INTO market.zone (market, id, name, sort) SELECT id, id, 'Khu A', 1 FROM market.market")
                .update();
        jdbc.sql("""
                INSERT INTO market.stall (market, id, zone, number, goods, opened_on)
                SELECT m.id, gen_random_uuid(), m.id, 'A' || a.number, '', '2022-01-01'
                FROM market.market m, payments.account a""").update();
        jdbc.sql("""
                INSERT INTO market.trader (market, id, kind, name, sought, account, joined_on, synthetic)
                SELECT market, id, 'HOUSEHOLD', 'A', 'a', id, '2022-01-01', false FROM market.stall""").update();
        jdbc.sql("""
                INSERT INTO market.acceptance (market, id, stall, trader, kind, bin, account, label, mark, from_on)
                SELECT s.market, gen_random_uuid(), s.id, s.id, 'VIETQR', '970436', a.number, 'B', 'AAAAAA', '2022-01-01'
                FROM market.stall s JOIN payments.account a ON s.number = 'A' || a.number""").update();
    }

    /**
     * More payments of the past, spread over the accounts, each with its fact: what a platform has after years. The
     * server has long tidied such rows: its doing so is not part of what is measured.
     */
    public static void store(JdbcClient jdbc, long payments) {
        long accounts = jdbc.sql("SELECT count(*) FROM payments.account")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        WITH stored AS (
                            INSERT INTO payments.movement (account, number, id, at, day, received_at, incoming, amount,
                                outcome, source, source_id, reference, synthetic)
                            SELECT c.account, i, uuidv7(t.at - :now), t.at,
                                (t.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, t.at, true, 1000 + i % 90000,
                                'OWNER', 'SEPAY', 'old' || i, 'OLD' || i, false
                            FROM payments.movement_count c, generate_series(c.last + 1, c.last + :each) AS i,
                                LATERAL (SELECT timestamptz '2024-01-01' + i * interval '1 hour' AS at) AS t
                            RETURNING account, at, day, id, amount)
                        INSERT INTO facts.fact (id, kind, unit, day, at, subject, facets, count, amount, provenance,
                            synthetic, evidence)
                        SELECT uuidv7(s.at - :now), 'market.payment-received', m.unit, s.day, s.at, p.stall,
                            jsonb_build_object('channel', 'vietqr', 'market', m.code), 1, s.amount, 'MEASURED', false,
                            s.id
                        FROM stored s
                        JOIN market.acceptance p ON p.account = s.account
                        JOIN market.market m ON m.id = p.market""")
                .param("each", payments / accounts)
                .param("now", TestTime.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("UPDATE payments.movement_count SET last = last + :each")
                .param("each", payments / accounts)
                .update();
        jdbc.sql("VACUUM (FREEZE, ANALYZE) payments.movement").update();
        jdbc.sql("VACUUM (FREEZE, ANALYZE) facts.fact").update();
        jdbc.sql("CHECKPOINT").update();
    }

    /** The account's number at its bank. */
    public static String account(long i) {
        return Long.toString(7_700_000_000L + i);
    }
}

package vn.thucchat.economy.market.signs;

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
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.round} and {@code market.reading}. */
@Component
record InspectionStore(JdbcClient jdbc) {

    private static final String LATEST = """
            SELECT r.market, r.id, r.opened_at, r.opened_by, r.closed_at,
                (SELECT count(DISTINCT a.stall) FROM market.acceptance a
                 JOIN market.stall s ON s.market = a.market AND s.id = a.stall AND s.closed_on IS NULL
                 WHERE a.market = r.market AND a.to_on IS NULL AND a.mark IS NOT NULL) AS stalls,
                (SELECT count(DISTINCT d.stall) FROM market.reading d
                 WHERE d.market = r.market AND d.round = r.id) AS seen,
                (SELECT count(*) FROM (SELECT DISTINCT ON (d.stall) d.result FROM market.reading d
                 WHERE d.market = r.market AND d.round = r.id ORDER BY d.stall, d.id DESC) AS last
                 WHERE last.result <> 'GENUINE') AS wrong
            FROM market.round r
            """;
    private static final String OF_MARKET = LATEST + "WHERE r.market = :market ORDER BY r.id DESC LIMIT 20";
    private static final String BY_ID = LATEST + "WHERE r.market = :market AND r.id = :id";
    /** What the last round before an instant had found by then. */
    private static final String STANDING = """
            SELECT r.id, r.opened_at, count(*) FILTER (WHERE d.result <> 'GENUINE') AS wrong,
                count(*) FILTER (WHERE d.result = 'FOREIGN') AS pasted
            FROM (SELECT market, id, opened_at FROM market.round
                WHERE market = :market AND opened_at < :until ORDER BY id DESC LIMIT 1) r
            LEFT JOIN LATERAL (SELECT DISTINCT ON (stall) result FROM market.reading
                WHERE market = r.market AND round = r.id AND at < :until ORDER BY stall, id DESC) d ON true
            GROUP BY r.id, r.opened_at""";

    private static final String INSPECTED = """
            SELECT m.id FROM unnest(:markets::uuid[]) AS m (id)
            WHERE EXISTS (SELECT FROM market.round r WHERE r.market = m.id)""";

    private static final String OPEN = """
            INSERT INTO market.round (market, id, opened_at, opened_by) VALUES (:market, :id, :at, :by)
            ON CONFLICT (market) WHERE closed_at IS NULL DO NOTHING""";
    private static final String CLOSE = """
            UPDATE market.round SET closed_at = greatest(:at, opened_at)
            WHERE market = :market AND id = :id AND closed_at IS NULL""";

    private static final String READ = """
            INSERT INTO market.reading (market, round, id, stall, at, by, result, bin, tail, text_sealed)
            VALUES (:market, :round, :id, :stall, :at, :by, :result, :bin, :tail, :text)""";
    private static final String READING = """
            SELECT d.market, d.round, d.id, d.stall, s.number, d.at, d.by, d.result, d.bin, d.tail
            FROM market.reading d JOIN market.stall s ON s.market = d.market AND s.id = d.stall
            """;
    private static final String ONE = READING + "WHERE d.market = :market AND d.round = :round AND d.id = :id";
    /** The last reading of each stall that is not of its own sign, the latest first. */
    private static final String WRONG = READING + """
            WHERE d.market = :market AND d.round = :round AND d.result <> 'GENUINE'
                AND NOT EXISTS (SELECT 1 FROM market.reading l WHERE l.market = d.market AND l.round = d.round
                    AND l.stall = d.stall AND l.id > d.id)
            ORDER BY d.id DESC LIMIT 500""";
    /** In the order of numbers, from one on and then from the first. */
    private static final String NEXT = """
            SELECT s.number, z.name AS zone, s.goods FROM market.stall s
            JOIN market.zone z ON z.market = s.market AND z.id = s.zone
            WHERE s.market = :market AND s.closed_on IS NULL
                AND EXISTS (SELECT 1 FROM market.acceptance a
                    WHERE a.market = s.market AND a.stall = s.id AND a.to_on IS NULL AND a.mark IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM market.reading d
                    WHERE d.market = s.market AND d.round = :round AND d.stall = s.id)
            ORDER BY (s.place, s.number) <= (:place, :after), s.place, s.number
            LIMIT :limit""";

    /** Those of some markets that ever had a round. */
    Set<UUID> inspected(Collection<UUID> markets) {
        return Set.copyOf(jdbc.sql(INSPECTED)
                .param("markets", markets.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** The latest first. */
    List<InspectionRound> of(UUID market) {
        return jdbc.sql(OF_MARKET)
                .param("market", market)
                .query(Rows.of(InspectionRound.class))
                .list();
    }

    /** Empty before the first round. */
    Optional<InspectionRound.Standing> standing(UUID market, Instant until) {
        return jdbc.sql(STANDING)
                .param("market", market)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new InspectionRound.Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("wrong"),
                        row.getInt("pasted")))
                .optional();
    }

    Optional<InspectionRound> find(UUID market, UUID id) {
        return jdbc.sql(BY_ID)
                .param("market", market)
                .param("id", id)
                .query(Rows.of(InspectionRound.class))
                .optional();
    }

    /** @return false when one goes on already */
    boolean open(UUID market, UUID id, Instant at, String by) {
        return jdbc.sql(OPEN)
                        .param("market", market)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean close(UUID market, UUID id, Instant at) {
        return jdbc.sql(CLOSE)
                        .param("market", market)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param text sealed, or null for a sign of ours */
    void insert(SignReading reading, @Nullable String text) {
        jdbc.sql(READ)
                .param("market", reading.market())
                .param("round", reading.round())
                .param("id", reading.id())
                .param("stall", reading.stall())
                .param("at", reading.at().atOffset(ZoneOffset.UTC))
                .param("by", reading.by())
                .param("result", reading.result().name())
                .param("bin", reading.bin())
                .param("tail", reading.tail())
                .param("text", text)
                .update();
    }

    Optional<SignReading> reading(UUID market, UUID round, UUID id) {
        return jdbc.sql(ONE)
                .param("market", market)
                .param("round", round)
                .param("id", id)
                .query(Rows.of(SignReading.class))
                .optional();
    }

    List<SignReading> wrong(UUID market, UUID round) {
        return jdbc.sql(WRONG)
                .param("market", market)
                .param("round", round)
                .query(Rows.of(SignReading.class))
                .list();
    }

    List<InspectionStop> next(UUID market, UUID round, String after, int limit) {
        return jdbc.sql(NEXT)
                .param("market", market)
                .param("round", round)
                .param("place", StallNumber.place(after))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(InspectionStop.class))
                .list();
    }
}

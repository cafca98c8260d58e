package vn.thucchat.economy.market.signs;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.criterion}, {@code confirmation} and {@code certification}. */
@Component
record CertificationStore(JdbcClient jdbc) {

    /** What is there already may have been corrected since, and stays. */
    private static final String ADD = """
            INSERT INTO market.criterion (code, name, name_en, measure, least_pct, valid_from, valid_to, source)
            VALUES (:code, :name, :nameEn, :measure, :least, :from, :to, :source)
            ON CONFLICT DO NOTHING""";

    private static final String ON_DAY = """
            SELECT code, name, name_en, measure, least_pct, valid_from, valid_to, source FROM market.criterion
            WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
            ORDER BY measure <> 'TRADERS_EQUIPPED', measure <> 'CHARGES_CASHLESS', code""";
    private static final String EQUIPPED = """
            SELECT count(*) AS traders, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM market.acceptance a
                WHERE a.market = t.market AND a.trader = t.id AND a.to_on IS NULL)) AS equipped
            FROM market.trader t WHERE t.market = :market AND t.left_on IS NULL""";
    private static final String CONFIRM = """
            INSERT INTO market.confirmation (market, id, criterion, holds, at, by, note)
            VALUES (:market, :id, :criterion, :holds, :at, :by, :note)""";
    private static final String CONFIRMED = """
            SELECT DISTINCT ON (criterion) criterion, holds, at, by, note FROM market.confirmation
            WHERE market = :market ORDER BY criterion, id DESC""";
    private static final String CERTIFICATION = """
            SELECT market, id, from_on, by, revoked_on, reason FROM market.certification
            """;
    private static final String OF_MARKET = CERTIFICATION + "WHERE market = :market ORDER BY id DESC LIMIT 50";
    private static final String BY_ID = CERTIFICATION + "WHERE id = :id";
    private static final String CERTIFY = """
            INSERT INTO market.certification (market, id, from_on, by) VALUES (:market, :id, :day, :by)
            ON CONFLICT (market) WHERE revoked_on IS NULL DO NOTHING""";
    private static final String REVOKE = """
            UPDATE market.certification SET revoked_on = :day, reason = :reason
            WHERE market = :market AND revoked_on IS NULL""";

    void add(Criterion criterion) {
        jdbc.sql(ADD)
                .param("code", criterion.code())
                .param("name", criterion.name())
                .param("nameEn", criterion.nameEn())
                .param("measure", criterion.measure().name())
                .param("least", criterion.leastPct())
                .param("from", criterion.validFrom())
                .param("to", criterion.validTo())
                .param("source", criterion.source())
                .update();
    }

    List<Criterion> criteria(LocalDate day) {
        return jdbc.sql(ON_DAY)
                .param("day", day)
                .query(Rows.of(Criterion.class))
                .list();
    }

    /** Of a market's traders, those who can be paid without cash. */
    record Equipped(int traders, int equipped) {}

    Equipped equipped(UUID market) {
        return jdbc.sql(EQUIPPED)
                .param("market", market)
                .query(Rows.of(Equipped.class))
                .single();
    }

    void confirm(UUID market, UUID id, Criterion.Confirmation confirmation) {
        jdbc.sql(CONFIRM)
                .param("market", market)
                .param("id", id)
                .param("criterion", confirmation.criterion())
                .param("holds", confirmation.holds())
                .param("at", confirmation.at().atOffset(ZoneOffset.UTC))
                .param("by", confirmation.by())
                .param("note", confirmation.note())
                .update();
    }

    List<Criterion.Confirmation> confirmed(UUID market) {
        return jdbc.sql(CONFIRMED)
                .param("market", market)
                .query(Rows.of(Criterion.Confirmation.class))
                .list();
    }

    /** The latest first. */
    List<Certification> of(UUID market) {
        return jdbc.sql(OF_MARKET)
                .param("market", market)
                .query(Rows.of(Certification.class))
                .list();
    }

    Optional<Certification> find(UUID id) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .query(Rows.of(Certification.class))
                .optional();
    }

    /** @return false when it is certified already */
    boolean certify(UUID market, UUID id, LocalDate day, String by) {
        return jdbc.sql(CERTIFY)
                        .param("market", market)
                        .param("id", id)
                        .param("day", day)
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean revoke(UUID market, LocalDate day, String reason) {
        return jdbc.sql(REVOKE)
                        .param("market", market)
                        .param("day", day)
                        .param("reason", reason)
                        .update()
                == 1;
    }
}

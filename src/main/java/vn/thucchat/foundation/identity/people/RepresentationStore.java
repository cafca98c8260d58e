package vn.thucchat.foundation.identity.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.people.Representations.HeldBy;

/** The statements of {@code identity.representation}. */
@Component
record RepresentationStore(JdbcClient jdbc) {

    static final int AT_ONCE = 500;

    private static final String INSERT = """
            INSERT INTO identity.representation
                (representative, id, kind, person, code, code_sealed, code_mark, name, paper, from_on, until_on, made_by,
                made_at)
            VALUES (:representative, :id, :kind, :person::uuid, :code, :sealed::bytea, :mark, :name, :paper, :from, :until,
                :by, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String SELECT = """
            SELECT r.id, r.representative, p.name AS representative_name, r.kind, r.person, r.code, r.name, r.paper,
                r.from_on, r.until_on
            FROM identity.representation r JOIN identity.person p ON p.id = r.representative
            """;
    private static final String GOES_ON = " AND r.ended_at IS NULL AND r.until_on >= :today ORDER BY r.id LIMIT :limit";
    // of a person and those for whom it answers
    private static final String ALL_OF = """
            ANY (ARRAY(SELECT :person::uuid
                UNION ALL SELECT l.person FROM identity.person_alias l WHERE l.stays = :person))
            """;
    private static final String BY = SELECT + "WHERE r.representative = " + ALL_OF + GOES_ON;
    private static final String ONE_BY = SELECT + "WHERE r.representative = " + ALL_OF + """
            AND r.id = :id AND r.ended_at IS NULL AND r.until_on >= :today
            """;
    private static final String OF = SELECT + "WHERE r.person = " + ALL_OF + GOES_ON;
    private static final String END_RUN_OUT = """
            UPDATE identity.representation r SET ended_at = :at, ended_by = :by
            FROM (SELECT representative, id FROM identity.representation
                WHERE ended_at IS NULL AND until_on < :today
                    AND (:representative::uuid IS NULL OR representative = :representative::uuid)
                ORDER BY until_on LIMIT :most FOR UPDATE SKIP LOCKED) over
            WHERE r.representative = over.representative AND r.id = over.id
            RETURNING r.representative, r.id
            """;
    // on either side; those that have run out and are not ended yet count too
    private static final String COUNT = """
            SELECT count(*) FROM identity.representation
            WHERE ended_at IS NULL AND (representative =""" + ALL_OF + " OR person = " + ALL_OF + ")";
    private static final String OF_PERSON = """
            SELECT EXISTS (SELECT 1 FROM identity.representation
                WHERE id = :id AND (representative =""" + ALL_OF + " OR person = " + ALL_OF + "))";
    private static final String BETWEEN = """
            SELECT EXISTS (SELECT 1 FROM identity.representation
                WHERE ended_at IS NULL AND until_on >= :today
                    AND (representative = ANY (:some) AND person = ANY (:others)
                        OR representative = ANY (:others) AND person = ANY (:some)))
            """;
    private static final String STANDING = """
            SELECT h.account, r.id FROM unnest(:accounts::uuid[], :ids::uuid[]) AS h (account, id)
            JOIN identity.account_person a ON a.account = h.account
            LEFT JOIN identity.person_alias s ON s.person = a.person
            JOIN identity.representation r ON r.id = h.id AND r.representative = ANY (ARRAY(
                SELECT coalesce(s.stays, a.person)
                UNION ALL SELECT l.person FROM identity.person_alias l WHERE l.stays = coalesce(s.stays, a.person)))
            WHERE r.ended_at IS NULL AND r.from_on <= :today AND r.until_on >= :today
            """;
    private static final String CODE = "SELECT code, code_sealed FROM identity.representation WHERE id = :id";
    private static final String END = """
            UPDATE identity.representation SET ended_at = :at, ended_by = :by
            WHERE id = :id AND ended_at IS NULL AND (representative =""" + ALL_OF + " OR person = " + ALL_OF + ")";

    /** A code that may be a person's number; null and empty for all others. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record SealedCode(byte @Nullable [] whole, String mark) {

        static final SealedCode NONE = new SealedCode(null, "");
    }

    /** One that ended. */
    record Ended(UUID representative, UUID id) {}

    /**
     * Notes the end of those that have run out, so that they can be made anew; at most {@link #AT_ONCE}.
     *
     * @param representative whose, or null: anybody's
     */
    List<Ended> endRunOut(@Nullable UUID representative, LocalDate today, UUID by, Instant at) {
        return jdbc.sql(END_RUN_OUT)
                .param("representative", representative)
                .param("today", today)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query(Rows.of(Ended.class))
                .list();
    }

    /** Counts the representations that have not ended in which a person represents somebody or is represented. */
    int count(UUID person) {
        return jdbc.sql(COUNT).param("person", person).query(Integer.class).single();
    }

    /** Whether a person is on either side of one. */
    boolean of(UUID id, UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("id", id)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Whether any of some persons acts for any of others, or the other way round, today or later. */
    boolean between(Collection<UUID> some, Collection<UUID> others, LocalDate today) {
        return jdbc.sql(BETWEEN)
                .param("some", some.toArray(UUID[]::new))
                .param("others", others.toArray(UUID[]::new))
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Whether it was inserted; not when the same person already acts for the same. */
    boolean insert(Representation made, SealedCode code, UUID by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("representative", made.representative())
                        .param("id", made.id())
                        .param("kind", made.kind().name())
                        .param("person", made.person())
                        .param("code", made.code())
                        .param("sealed", code.whole())
                        .param("mark", code.mark())
                        .param("name", made.name())
                        .param("paper", made.paper())
                        .param("from", made.fromOn())
                        .param("until", made.untilOn())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** For whom a person acts today or will. */
    List<Representation> by(UUID person, LocalDate today, int limit) {
        return list(BY, person, today, limit);
    }

    /** One of those for whom a person acts today or will. */
    Optional<Representation> by(UUID person, UUID id, LocalDate today) {
        return jdbc.sql(ONE_BY)
                .param("person", person)
                .param("id", id)
                .param("today", today)
                .query(Rows.of(Representation.class))
                .optional();
    }

    /** Who acts for a person today or will. */
    List<Representation> of(UUID person, LocalDate today, int limit) {
        return list(OF, person, today, limit);
    }

    private List<Representation> list(String sql, UUID person, LocalDate today, int limit) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("today", today)
                .param("limit", limit)
                .query(Rows.of(Representation.class))
                .list();
    }

    /** The code of one as it is shown, and the whole where that leaves the middle out. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Code(String code, byte @Nullable [] codeSealed) {}

    Code code(UUID id) {
        return jdbc.sql(CODE).param("id", id).query(Rows.of(Code.class)).single();
    }

    /** Of some, those that go on. */
    Set<HeldBy> standing(Collection<HeldBy> some, LocalDate today) {
        return Set.copyOf(jdbc.sql(STANDING)
                .param("accounts", some.stream().map(HeldBy::account).toArray(UUID[]::new))
                .param("ids", some.stream().map(HeldBy::id).toArray(UUID[]::new))
                .param("today", today)
                .query(Rows.of(HeldBy.class))
                .list());
    }

    /** Whether it was that person's, on either side, and went on. */
    boolean end(UUID id, UUID person, UUID by, Instant at) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("person", person)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

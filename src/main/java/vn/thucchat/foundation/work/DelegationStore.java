package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code work.delegation}. */
@Component
record DelegationStore(JdbcClient jdbc) {

    private static final String COLUMNS = "unit, id, role, person, deputy, first_day, last_day, made_at, withdrawn_at";

    /** Nothing happens where it overlaps another of the same person, role and unit. */
    private static final String ADD = """
            INSERT INTO work.delegation (unit, id, role, person, deputy, first_day, last_day, made_at)
            VALUES (:unit, :id, :role, :person, :deputy, :first, :last, :at)
            ON CONFLICT DO NOTHING""";

    private static final String OF_PERSON = "SELECT " + COLUMNS + "\n" + """
            FROM work.delegation WHERE person = :person AND id < :before ORDER BY id DESC LIMIT :limit""";

    private static final String OF_DEPUTY = "SELECT " + COLUMNS + "\n" + """
            FROM work.delegation
            WHERE deputy = :deputy AND withdrawn_at IS NULL AND :day BETWEEN first_day AND last_day LIMIT 100""";

    private static final String ON_DAY = "SELECT " + COLUMNS + "\n" + """
            FROM work.delegation WHERE withdrawn_at IS NULL AND :day BETWEEN first_day AND last_day""";

    private static final String WITHDRAW = """
            UPDATE work.delegation SET withdrawn_at = :at
            WHERE id = :id AND person = :person AND withdrawn_at IS NULL AND last_day >= :today""";

    /** False when it overlaps another one. */
    boolean add(Delegation of) {
        return jdbc.sql(ADD)
                        .param("unit", of.unit().value())
                        .param("id", of.id())
                        .param("role", of.role())
                        .param("person", of.person())
                        .param("deputy", of.deputy())
                        .param("first", of.firstDay())
                        .param("last", of.lastDay())
                        .param("at", of.madeAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The latest first. */
    List<Delegation> ofPerson(UUID person, UUID before, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Delegation.class))
                .list();
    }

    /** Those that make somebody a deputy on a day. */
    List<Delegation> ofDeputy(UUID deputy, LocalDate day) {
        return jdbc.sql(OF_DEPUTY)
                .param("deputy", deputy)
                .param("day", day)
                .query(Rows.of(Delegation.class))
                .list();
    }

    /** All that hold on a day: as many as people are away. */
    List<Delegation> onDay(LocalDate day) {
        return jdbc.sql(ON_DAY)
                .param("day", day)
                .query(Rows.of(Delegation.class))
                .list();
    }

    /** False when the person made no such delegation, or it has ended. */
    boolean withdraw(UUID id, UUID person, Instant at, LocalDate today) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("person", person)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("today", today)
                        .update()
                == 1;
    }
}

package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code registers.membership}. */
@Component
record MembershipStore(JdbcClient jdbc) {

    private static final int MOST = 200;

    private static final String OF = """
            SELECT id, person, role, from_on, until_on, origin FROM registers.membership
            WHERE subject = :subject AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
            ORDER BY from_on, id LIMIT :most""";
    private static final String OF_PERSONS = """
            SELECT m.subject, s.kind, s.code, m.role, m.from_on, m.until_on
            FROM registers.membership m JOIN registers.subject s ON s.id = m.subject
            WHERE m.person = ANY (:persons) ORDER BY m.from_on, m.id LIMIT :most""";
    private static final String INSERT = """
            INSERT INTO registers.membership (subject, id, person, role, from_on, origin, reference, recorded_by, recorded_at)
            VALUES (:subject, :id, :person, :role, :from, :origin, :reference, :by, :at)
            ON CONFLICT (subject, person, role) WHERE until_on IS NULL DO NOTHING""";
    private static final String END = """
            UPDATE registers.membership SET until_on = :last
            WHERE subject = :subject AND id = :id AND until_on IS NULL AND from_on <= :last""";

    List<Memberships.Member> of(SubjectId subject, LocalDate today) {
        return jdbc.sql(OF)
                .param("subject", subject.value())
                .param("today", today)
                .param("most", MOST)
                .query(Rows.of(Memberships.Member.class))
                .list();
    }

    /** To what some persons belong or belonged. */
    List<Memberships.Held> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(OF_PERSONS)
                .param("persons", persons.toArray(UUID[]::new))
                .param("most", MOST)
                .query(Rows.of(Memberships.Held.class))
                .list();
    }

    /** Whether it is new. */
    boolean insert(SubjectId subject, Memberships.Member member, String reference, UUID by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("subject", subject.value())
                        .param("id", member.id())
                        .param("person", member.person())
                        .param("role", member.role().name())
                        .param("from", member.fromOn())
                        .param("origin", member.origin().name())
                        .param("reference", reference)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it went on until now. */
    boolean end(SubjectId subject, UUID id, LocalDate last) {
        return jdbc.sql(END)
                        .param("subject", subject.value())
                        .param("id", id)
                        .param("last", last)
                        .update()
                == 1;
    }
}

package vn.thucchat.foundation.identity.duplicates;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.duplicates.PersonMerge.State;

/** The statements of {@code identity.person_merge} and {@code identity.person_merge_act}. */
@Component
record PersonMergeStore(JdbcClient jdbc) {

    private static final int MOST_ACTS = 50;

    private static final String INSERT = """
            INSERT INTO identity.person_merge (goes, id, stays, synthetic, state, state_by, state_at)
            VALUES (:goes, :id, :stays, :synthetic, :state, :by, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String SELECT = """
            SELECT id, goes, stays, synthetic, state, state_by, state_at FROM identity.person_merge
            """;
    private static final String ONE = SELECT + "WHERE id = :id";
    private static final String OF = SELECT + """
            WHERE goes = ANY (:persons) OR stays = ANY (:persons) ORDER BY id DESC LIMIT :limit
            """;
    private static final String OPEN = """
            SELECT EXISTS (SELECT 1 FROM identity.person_merge
                WHERE (goes = ANY (:persons) OR stays = ANY (:persons)) AND state IN ('PROPOSED', 'UNDO_PROPOSED'))
            """;
    private static final String WAITING = SELECT + """
            WHERE synthetic = :synthetic AND state IN ('PROPOSED', 'UNDO_PROPOSED') AND id > :after
            ORDER BY id LIMIT :limit
            """;
    // as it was seen: whoever decides has read who proposed it
    private static final String MOVE = """
            UPDATE identity.person_merge SET state = :to, state_by = :by, state_at = :at
            WHERE goes = :goes AND id = :id AND state = ANY (:from) AND state_by = :before
            """;
    private static final String ACT = """
            INSERT INTO identity.person_merge_act (goes, merge, id, act, by, at, paper, reason)
            VALUES (:goes, :merge, :id, :act, :by, :at, :paper, :reason)
            """;
    private static final String ACTS = """
            SELECT act, by, at, paper, reason FROM identity.person_merge_act
            WHERE goes = :goes AND merge = :merge ORDER BY id LIMIT :limit
            """;

    /** Inserts a merge; false when that person is merged already or a merge of the person waits. */
    boolean insert(PersonMerge made) {
        return jdbc.sql(INSERT)
                        .param("goes", made.goes())
                        .param("id", made.id())
                        .param("stays", made.stays())
                        .param("synthetic", made.synthetic())
                        .param("state", made.state().name())
                        .param("by", made.stateBy())
                        .param("at", made.stateAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<PersonMerge> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(Rows.of(PersonMerge.class)).optional();
    }

    /** Lists merges with any of some persons on either side, the newest first. */
    List<PersonMerge> of(Collection<UUID> persons, int limit) {
        return jdbc.sql(OF)
                .param("persons", persons.toArray(UUID[]::new))
                .param("limit", limit)
                .query(Rows.of(PersonMerge.class))
                .list();
    }

    /** Tells whether a merge of any of some persons waits for a decision. */
    boolean open(Collection<UUID> persons) {
        return jdbc.sql(OPEN)
                .param("persons", persons.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Those that wait for a decision, the oldest first. */
    List<PersonMerge> waiting(boolean synthetic, UUID after, int limit) {
        return jdbc.sql(WAITING)
                .param("synthetic", synthetic)
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(PersonMerge.class))
                .list();
    }

    /** Changes a merge's state; false when somebody else changed it since it was read. */
    boolean move(PersonMerge before, State to, PersonMerge.Act act) {
        return jdbc.sql(MOVE)
                        .param("goes", before.goes())
                        .param("id", before.id())
                        .param("from", State.LIFE.before(act.act()))
                        .param("before", before.stateBy())
                        .param("to", to.name())
                        .param("by", act.by())
                        .param("at", act.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void add(PersonMerge merge, UUID id, PersonMerge.Act act) {
        jdbc.sql(ACT)
                .param("goes", merge.goes())
                .param("merge", merge.id())
                .param("id", id)
                .param("act", act.act())
                .param("by", act.by())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .param("paper", act.paper())
                .param("reason", act.reason())
                .update();
    }

    /** All that was done of one, the first first. */
    List<PersonMerge.Act> acts(PersonMerge merge) {
        return jdbc.sql(ACTS)
                .param("goes", merge.goes())
                .param("merge", merge.id())
                .param("limit", MOST_ACTS)
                .query(Rows.of(PersonMerge.Act.class))
                .list();
    }
}

package vn.thucchat.foundation.identity.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.person} and {@code identity.account_person}. */
@Component
record PersonStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.person (id, synthetic, number_sealed, name, born, proof, proven_at, made_at)
            VALUES (:id, :synthetic, :sealed, :name, :born, :proof, :at, :at)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String COLUMNS = """
            SELECT p.id, p.number_sealed, p.name, p.born, p.proof, p.proven_at, p.synthetic FROM identity.person p
            """;
    private static final String ITSELF = COLUMNS + "WHERE p.id = :id AND p.synthetic = :synthetic";
    // the one who answers for it
    private static final String BY_ID = COLUMNS + """
            WHERE p.id = coalesce((SELECT l.stays FROM identity.person_alias l WHERE l.person = :id), :id)
                AND p.synthetic = :synthetic
            """;
    // whoever only named a number does not learn as whom its person goes on
    private static final String OF_ACCOUNT = """
            SELECT p.id, p.number_sealed, p.name, p.born, p.proof, p.proven_at, p.synthetic
            FROM identity.account_person a
            LEFT JOIN identity.person_alias l ON l.person = a.person AND a.proof <> 'VNEID_1'
            JOIN identity.person p ON p.id = coalesce(l.stays, a.person)
            WHERE a.account = :account
            """;
    private static final String PROVEN_OF_ACCOUNT = OF_ACCOUNT + "AND a.proof <> 'VNEID_1'";
    private static final String NAMES =
            "SELECT id, name FROM identity.person WHERE id = ANY (:ids) AND (synthetic OR NOT :synthetic)";
    private static final String NUMBER = "SELECT number_sealed FROM identity.person WHERE id = :id";
    private static final String PROVE_ACCOUNT = """
            UPDATE identity.account_person SET proof = :proof
            WHERE account = :account AND person = :person AND proof = 'VNEID_1'
            """;
    private static final String ACCOUNTS_OF = """
            SELECT account FROM identity.account_person
            WHERE person = ANY (ARRAY(
                SELECT :person::uuid UNION ALL SELECT l.person FROM identity.person_alias l WHERE l.stays = :person))
            ORDER BY at LIMIT 20
            """;
    private static final String PERSON_OF = """
            SELECT coalesce(l.stays, a.person) FROM identity.account_person a
            LEFT JOIN identity.person_alias l ON l.person = a.person WHERE a.account = :account
            """;
    // decided by the row itself: whoever read it before may have read what another just made stronger
    private static final String PROVEN = """
            UPDATE identity.person SET name = :name, born = :born, proof = :proof, proven_at = :at
            WHERE id = :id AND (proof = ANY (:weaker) OR proof = :proof AND proven_at <= :at)
            """;
    // both in one order, so that two clerks never wait for each other
    private static final String LOCK = "SELECT id FROM identity.person WHERE id = ANY (:ids) ORDER BY id FOR UPDATE";
    // an account is one person's for good
    private static final String LINK = """
            INSERT INTO identity.account_person (account, person, proof, at) VALUES (:account, :person, :proof, :at)
            ON CONFLICT (account) DO NOTHING
            """;

    /** A row, with the number as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Kept(
            UUID id,
            byte[] numberSealed,
            String name,
            LocalDate born,
            Person.Proof proof,
            Instant provenAt,
            boolean synthetic) {}

    /** What is written of a person. */
    record Draft(String name, LocalDate born, Person.Proof proof, Instant at) {}

    /** Whether it was inserted; not when there is a person of that number. */
    boolean insert(UUID id, boolean synthetic, byte[] sealed, Draft draft) {
        return drafted(jdbc.sql(INSERT), draft)
                        .param("id", id)
                        .param("synthetic", synthetic)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    /** The person of an id, whoever answers for it. */
    Optional<Kept> findUnmerged(UUID id, boolean synthetic) {
        return found(ITSELF, id, synthetic);
    }

    /** The person of an id, or the one who answers for it. */
    Optional<Kept> find(UUID id, boolean synthetic) {
        return found(BY_ID, id, synthetic);
    }

    private Optional<Kept> found(String statement, UUID id, boolean synthetic) {
        return jdbc.sql(statement)
                .param("id", id)
                .param("synthetic", synthetic)
                .query(Rows.of(Kept.class))
                .optional();
    }

    Optional<Kept> ofAccount(UUID account) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .query(Rows.of(Kept.class))
                .optional();
    }

    /** The names of some persons by their ids. */
    Map<UUID, String> names(Collection<UUID> ids, boolean synthetic) {
        return jdbc
                .sql(NAMES)
                .param("ids", ids.toArray(UUID[]::new))
                .param("synthetic", synthetic)
                .query(Rows.of(Named.class))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    private record Named(UUID id, String name) {}

    byte[] numberSealed(UUID id) {
        return jdbc.sql(NUMBER).param("id", id).query(byte[].class).single();
    }

    List<UUID> accountsOf(UUID person) {
        return List.copyOf(
                jdbc.sql(ACCOUNTS_OF).param("person", person).query(UUID.class).list());
    }

    /** The id of the person who answers for the account's, however well that was shown. */
    Optional<UUID> personOf(UUID account) {
        return jdbc.sql(PERSON_OF).param("account", account).query(UUID.class).optional();
    }

    Optional<Kept> provenOfAccount(UUID account) {
        return jdbc.sql(PROVEN_OF_ACCOUNT)
                .param("account", account)
                .query(Rows.of(Kept.class))
                .optional();
    }

    /** Holds persons until the transaction ends: what is counted of them stays so. */
    void lock(Collection<UUID> persons) {
        jdbc.sql(LOCK)
                .param("ids", persons.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Whether a proof was written: one that is stronger than what there is, or as strong and not older. */
    boolean proven(UUID id, Draft draft) {
        String[] weaker = Stream.of(Person.Proof.values())
                .filter(proof -> proof.compareTo(draft.proof()) < 0)
                .map(Enum::name)
                .toArray(String[]::new);
        return drafted(jdbc.sql(PROVEN), draft)
                        .param("id", id)
                        .param("weaker", weaker)
                        .update()
                == 1;
    }

    /** Notes that an account was shown to be its person's by more than before. */
    void proveAccount(UUID account, UUID person, Person.Proof proof) {
        jdbc.sql(PROVE_ACCOUNT)
                .param("account", account)
                .param("person", person)
                .param("proof", proof.name())
                .update();
    }

    boolean link(UUID account, UUID person, Person.Proof proof, Instant at) {
        return jdbc.sql(LINK)
                        .param("account", account)
                        .param("person", person)
                        .param("proof", proof.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec drafted(JdbcClient.StatementSpec statement, Draft draft) {
        return statement
                .param("name", draft.name())
                .param("born", draft.born())
                .param("proof", draft.proof().name())
                .param("at", draft.at().atOffset(ZoneOffset.UTC));
    }
}

package vn.thucchat.foundation.identity.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final String BY_ID = COLUMNS + "WHERE p.id = :id AND p.synthetic = :synthetic";
    private static final String OF_ACCOUNT = COLUMNS + """
            JOIN identity.account_person a ON a.person = p.id WHERE a.account = :account
            """;
    private static final String PROVEN_OF_ACCOUNT = OF_ACCOUNT + "AND a.proof <> 'VNEID_1'";
    private static final String PROVE_ACCOUNT = """
            UPDATE identity.account_person SET proof = :proof
            WHERE account = :account AND person = :person AND proof = 'VNEID_1'
            """;
    private static final String ACCOUNTS_OF = """
            SELECT account FROM identity.account_person WHERE person = :person ORDER BY at LIMIT 20
            """;
    private static final String PERSON_OF = "SELECT person FROM identity.account_person WHERE account = :account";
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

    Optional<Kept> find(UUID id, boolean synthetic) {
        return jdbc.sql(BY_ID)
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

    List<UUID> accountsOf(UUID person) {
        return List.copyOf(
                jdbc.sql(ACCOUNTS_OF).param("person", person).query(UUID.class).list());
    }

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

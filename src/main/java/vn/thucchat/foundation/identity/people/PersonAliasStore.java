package vn.thucchat.foundation.identity.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code identity.person_alias}: who answers for whom. Whoever changes it has locked the persons. */
@Component
record PersonAliasStore(JdbcClient jdbc) {

    /** Of one person; more is no human being. */
    private static final int MOST = 50;

    private static final String STAYING = """
            SELECT coalesce((SELECT stays FROM identity.person_alias WHERE person = :person), :person)
            """;
    private static final String ALL = """
            SELECT :person::uuid UNION ALL SELECT person FROM identity.person_alias WHERE stays = :person LIMIT :most
            """;
    private static final String JOIN =
            "INSERT INTO identity.person_alias (person, joined, stays) VALUES (:goes, :stays, :stays)";
    private static final String CARRY = "UPDATE identity.person_alias SET stays = :stays WHERE stays = :goes";
    private static final String SPLIT = "DELETE FROM identity.person_alias WHERE person = :goes";
    // those that were merged into it before go with it again
    private static final String TAKE_BACK = """
            WITH RECURSIVE below AS (
                SELECT person FROM identity.person_alias WHERE joined = :goes
                UNION SELECT a.person FROM identity.person_alias a JOIN below b ON a.joined = b.person)
            UPDATE identity.person_alias SET stays = :goes WHERE person IN (SELECT person FROM below)
            """;
    private static final String ACCOUNTS = """
            SELECT account FROM identity.account_person
            WHERE person = ANY (ARRAY(
                SELECT :person::uuid UNION ALL SELECT l.person FROM identity.person_alias l WHERE l.stays = :person))
            ORDER BY at LIMIT :most
            """;
    private static final String PERSONS_OF = """
            SELECT x.person FROM identity.account_person a
            LEFT JOIN identity.person_alias s ON s.person = a.person AND a.proof <> 'VNEID_1'
            CROSS JOIN LATERAL (SELECT a.person UNION SELECT coalesce(s.stays, a.person)
                UNION SELECT l.person FROM identity.person_alias l
                    WHERE l.stays = coalesce(s.stays, a.person) AND a.proof <> 'VNEID_1') x
            WHERE a.account = :account LIMIT :most
            """;
    // where nobody was merged each account answers for itself, as before
    private static final String OTHER_ACCOUNTS = """
            SELECT o.account FROM identity.account_person a
            LEFT JOIN identity.person_alias s ON s.person = a.person
            JOIN identity.account_person o ON o.person = ANY (ARRAY(
                SELECT coalesce(s.stays, a.person)
                UNION ALL SELECT l.person FROM identity.person_alias l WHERE l.stays = coalesce(s.stays, a.person)))
            WHERE a.account = :account AND a.proof <> 'VNEID_1' AND o.proof <> 'VNEID_1' AND o.account <> a.account
                AND EXISTS (SELECT 1 FROM identity.person_alias l WHERE l.stays = coalesce(s.stays, a.person))
            ORDER BY o.at, o.account LIMIT :most
            """;

    // however weakly proven: an account that may be of the same person is not somebody else's
    private static final String SAME_OWNER = """
            SELECT count(*) = 2 AND count(DISTINCT coalesce(s.stays, a.person)) = 1 FROM identity.account_person a
            LEFT JOIN identity.person_alias s ON s.person = a.person
            WHERE a.account IN (:one, :other)
            """;

    /** The person who answers for one: itself, where nobody else does. */
    UUID staying(UUID person) {
        return jdbc.sql(STAYING).param("person", person).query(UUID.class).single();
    }

    /** A person and those for whom it answers. */
    List<UUID> all(UUID person) {
        return ids(ALL, "person", person);
    }

    void join(UUID goes, UUID stays) {
        for (String statement : List.of(CARRY, JOIN))
            jdbc.sql(statement).param("goes", goes).param("stays", stays).update();
    }

    /** Whether there was such a one. */
    boolean split(UUID goes) {
        boolean split = jdbc.sql(SPLIT).param("goes", goes).update() == 1;
        jdbc.sql(TAKE_BACK).param("goes", goes).update();
        return split;
    }

    /** The accounts of a person and of those for whom it answers, the oldest first. */
    List<UUID> accounts(UUID person) {
        return ids(ACCOUNTS, "person", person);
    }

    /**
     * The person of an account, who answers for it and for whom that one answers besides; the account's own alone where a number
     * was only named.
     */
    List<UUID> personsOf(UUID account) {
        return ids(PERSONS_OF, "account", account);
    }

    /** Accounts of persons that were merged with the account's, where both were shown. */
    List<UUID> otherAccounts(UUID account) {
        return ids(OTHER_ACCOUNTS, "account", account);
    }

    /** Whether the persons of two accounts are one, or answer as one. */
    boolean sameOwner(UUID one, UUID other) {
        return jdbc.sql(SAME_OWNER)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    private List<UUID> ids(String statement, String name, UUID value) {
        return List.copyOf(jdbc.sql(statement)
                .param(name, value)
                .param("most", MOST)
                .query(UUID.class)
                .list());
    }
}

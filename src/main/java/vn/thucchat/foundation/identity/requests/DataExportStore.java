package vn.thucchat.foundation.identity.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code identity.data_export}. */
@Component
record DataExportStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.data_export (account, request, sealed, made_at, until)
            VALUES (:account, :request, :sealed, :at, :until)
            """;
    private static final String FIND = """
            SELECT sealed FROM identity.data_export
            WHERE account = :account AND request = :request AND until > :now
            """;
    private static final String DELETE = "DELETE FROM identity.data_export WHERE account = ANY (:accounts)";
    private static final String SWEEP = "DELETE FROM identity.data_export WHERE until <= :now";

    void insert(UUID account, UUID request, byte[] sealed, Instant at, Instant until) {
        jdbc.sql(INSERT)
                .param("account", account)
                .param("request", request)
                .param("sealed", sealed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> find(UUID account, UUID request, Instant now) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("request", request)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    void delete(Collection<UUID> accounts) {
        jdbc.sql(DELETE).param("accounts", accounts.toArray(UUID[]::new)).update();
    }

    int sweep(Instant now) {
        return jdbc.sql(SWEEP).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

package vn.thucchat.foundation.identity.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Finds accounts by words of username and name, without marks: {@code nguyen van a} finds {@code Nguyễn Văn An}. */
@Component
record AccountSearchStore(JdbcClient jdbc) {

    /** How many are found; more are told to be too many. */
    static final int MOST_FOUND = 300;

    // Common words are met in the first rows, rare ones by the index: which of the two is known from the words alone.
    private static final String PLAN_BY_WORDS = "SET LOCAL plan_cache_mode = force_custom_plan";
    // without an order, so that nothing but the words decides how they are found
    private static final String FIND = """
            WITH found AS MATERIALIZED (
                SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
                FROM identity.account a
                WHERE to_tsvector('simple', sought) @@ to_tsquery('simple', :words) AND
            """ + AccountStore.IN_SCOPE + """
                LIMIT :limit)
            SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
            FROM found
            """;
    private static final String BY_USERNAME = FIND + "ORDER BY username";
    private static final String BY_NAME = FIND + "ORDER BY name COLLATE \"vi-x-icu\", username";

    /**
     * The accounts in the scope that have all words, in ascending order, at most {@link #MOST_FOUND}; inside a
     * transaction.
     *
     * @param search words in any writing; of the last one the beginning is enough
     */
    List<Account> find(Scope scope, String search, Account.Order order) {
        String words = query(search);
        if (words.isEmpty()) return List.of();
        jdbc.sql(PLAN_BY_WORDS).update();
        return jdbc
                .sql(
                        switch (order) {
                            case USERNAME -> BY_USERNAME;
                            case NAME -> BY_NAME;
                        })
                .param("words", words)
                .param("all", scope.all())
                .param("wide", scope.wide())
                .param("units", scope.array())
                .param("syntheticOnly", scope.syntheticOnly())
                .param("limit", MOST_FOUND)
                .query(Rows.of(AccountStore.Secret.class))
                .list()
                .stream()
                .map(AccountStore.Secret::account)
                .toList();
    }

    /** The words as PostgreSQL asks for them: {@code Nguyễn V} is {@code nguyen & v:*}; nothing when there is no word. */
    private static String query(String search) {
        String words = NameSearchKey.of(search);
        return words.isEmpty() ? "" : words.replace(" ", " & ") + ":*";
    }
}

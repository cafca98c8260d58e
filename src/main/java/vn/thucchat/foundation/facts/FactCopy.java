package vn.thucchat.foundation.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.BinaryCopy;

/** Facts as rows of a binary COPY. */
final class FactCopy {

    private static final JsonMapper JSON = new JsonMapper();

    private FactCopy() {}

    /** @param stamp the transaction number to write instead of the column's default, or null */
    static void write(Connection connection, String sql, Iterable<Fact> facts, @Nullable Long stamp)
            throws SQLException {
        var facets = new HashMap<Map<String, String>, String>();
        BinaryCopy.into(connection, sql, rows -> {
            for (Fact fact : facts) {
                rows.row(stamp == null ? 13 : 14)
                        .text(fact.unit().value())
                        .uuid(fact.id().value())
                        .text(fact.kind())
                        .date(fact.day())
                        .timestamptz(fact.at())
                        .uuid(fact.subject())
                        .jsonb(facets.computeIfAbsent(fact.facets(), JSON::writeValueAsString))
                        .bigint(fact.count())
                        .bigint(fact.amount())
                        .text(fact.provenance().name())
                        .bool(fact.synthetic())
                        .uuid(fact.evidence())
                        .uuid(fact.corrects() == null ? null : fact.corrects().value());
                if (stamp != null) rows.bigint(stamp);
            }
        });
    }
}

package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.announcement_count} and {@code notify.announcement_cost}; none changes or deletes. */
@Component
record AnnouncementCountStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO notify.announcement_count (announcement, round, audience, consented, inbox_only, quiet, digest,
                cost_vnd, max_cost_vnd, margin_percent, counted_at)
            VALUES (:id, :round, :audience, :consented, :inboxOnly, :quiet, :digest, :cost, :maxCost, :margin, :at)""";
    private static final String INSERT_COSTS = """
            INSERT INTO notify.announcement_cost (announcement, round, medium, language, people, parts, price_vnd,
                tariff_from, tariff_document)
            SELECT :id, :round, c.* FROM unnest(:media::text[], :languages::text[], :people::integer[],
                :parts::integer[], :prices::bigint[], :days::date[], :documents::text[]) AS c""";
    private static final String FIND = """
            SELECT audience, consented, inbox_only, quiet, digest, cost_vnd, max_cost_vnd, margin_percent, counted_at
            FROM notify.announcement_count WHERE announcement = :id AND round = :round""";
    private static final String COSTS = """
            SELECT medium, language, people, parts, price_vnd, tariff_from, tariff_document
            FROM notify.announcement_cost WHERE announcement = :id AND round = :round ORDER BY medium, language DESC""";

    private record Row(
            AnnouncementCount.People people, long costVnd, long maxCostVnd, int marginPercent, Instant countedAt) {}

    void insert(UUID announcement, int round, AnnouncementCount count) {
        of(INSERT, announcement, round)
                .param("audience", count.people().audience())
                .param("consented", count.people().consented())
                .param("inboxOnly", count.people().inboxOnly())
                .param("quiet", count.people().quiet())
                .param("digest", count.people().digest())
                .param("cost", count.costVnd())
                .param("maxCost", count.maxCostVnd())
                .param("margin", count.marginPercent())
                .param("at", count.countedAt().atOffset(ZoneOffset.UTC))
                .update();
        Batch.of(count.costs())
                .word("media", AnnouncementCount.Cost::medium)
                .text("languages", AnnouncementCount.Cost::language)
                .whole("people", AnnouncementCount.Cost::people)
                .whole("parts", AnnouncementCount.Cost::parts)
                .number("prices", AnnouncementCount.Cost::priceVnd)
                .day("days", AnnouncementCount.Cost::tariffFrom)
                .text("documents", AnnouncementCount.Cost::tariffDocument)
                .update(of(INSERT_COSTS, announcement, round));
    }

    Optional<AnnouncementCount> find(UUID announcement, int round) {
        List<AnnouncementCount.Cost> costs = of(COSTS, announcement, round)
                .query(Rows.of(AnnouncementCount.Cost.class))
                .list();
        return of(FIND, announcement, round)
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> new AnnouncementCount(
                        row.people(), row.costVnd(), row.maxCostVnd(), row.marginPercent(), row.countedAt(), costs));
    }

    private JdbcClient.StatementSpec of(String sql, UUID announcement, int round) {
        return jdbc.sql(sql).param("id", announcement).param("round", round);
    }
}

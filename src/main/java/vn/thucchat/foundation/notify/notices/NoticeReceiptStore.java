package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;

/** The statements of {@code notify.receipt}. */
@Component
record NoticeReceiptStore(JdbcClient jdbc) {

    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext('notify.receipt ' || :medium), hashtext(:reference))";
    private static final String INSERT = """
            INSERT INTO notify.receipt (medium, reference, delivered, words, at)
            VALUES (:medium, :reference, :delivered, :words, :at)
            ON CONFLICT (medium, reference) DO NOTHING""";
    private static final String FIND = """
            SELECT medium, reference, delivered, words FROM notify.receipt
            WHERE medium = :medium AND reference = ANY (:references)""";
    private static final String TRY = """
            SELECT account, notice, medium, number, outcome, reference, at FROM notify.attempt
            WHERE medium = :medium AND outcome = 'ACCEPTED' AND string_to_array(reference, ' ') @> ARRAY[:reference]::text[]""";

    /** Lets what is known of a message be looked at by one at a time, until the end of the transaction. */
    void lock(Medium medium, Collection<String> references) {
        for (String reference : references.stream().sorted().toList())
            of(LOCK, medium).param("reference", reference).query().singleRow();
    }

    /** False when it came before. */
    boolean insert(DeliveryReceipt receipt, Instant at) {
        return of(INSERT, receipt.medium())
                        .param("reference", receipt.reference())
                        .param("delivered", receipt.delivered())
                        .param("words", receipt.words())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<DeliveryReceipt> find(Medium medium, Collection<String> references) {
        return of(FIND, medium)
                .param("references", references.toArray(String[]::new))
                .query(Rows.of(DeliveryReceipt.class))
                .list();
    }

    /** The tries by which the provider gave that id: one, or that of each notice of a digest. */
    List<Notice.Attempt> attempts(Medium medium, String reference) {
        return of(TRY, medium)
                .param("reference", reference)
                .query(Rows.of(Notice.Attempt.class))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Medium medium) {
        return jdbc.sql(sql).param("medium", medium.name());
    }
}

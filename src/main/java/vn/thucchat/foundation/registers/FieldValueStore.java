package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code registers.field_value} and {@code registers.stated_text}: no value is ever changed. */
@Component
record FieldValueStore(JdbcClient jdbc) {

    /** Of one subject; more is no register. */
    private static final int MOST = 2_000;

    // of what was stated the text may be deleted: then nothing is held
    private static final String SELECT = """
            SELECT v.subject, v.id, v.field, coalesce(v.sealed, s.sealed) AS value, v.origin, v.origin_name, v.reference,
                v.as_of, v.until, v.corrects, v.recorded_by, v.recorded_at
            FROM registers.field_value v
            LEFT JOIN registers.stated_text s ON s.subject = v.subject AND s.value = v.id
            WHERE coalesce(v.sealed, s.sealed) IS NOT NULL""";
    private static final String OF = SELECT + """
             AND v.subject = ANY (:subjects) AND v.field = ANY (:fields)
            ORDER BY v.recorded_at DESC, v.id DESC LIMIT :most""";
    private static final String OF_KEY = SELECT + " AND v.subject = :subject AND v.sender_key = :key";
    private static final String STATED_BY =
            SELECT + " AND v.origin = 'STATED' AND v.recorded_by = :account ORDER BY v.id DESC LIMIT :most";
    private static final String INSERT = """
            INSERT INTO registers.field_value (subject, id, field, origin, origin_name, reference, sealed, as_of, until,
                corrects, sender_key, recorded_by, recorded_at)
            SELECT :subject, n.id, n.field, n.origin, n.origin_name, n.reference,
                CASE WHEN n.origin <> 'STATED' THEN n.sealed END, n.as_of, n.until, n.corrects, :key, :by, :at
            FROM unnest(:ids::uuid[], :fields::text[], :origins::text[], :names::text[], :references::text[],
                :sealed::text[], :asOf::timestamptz[], :until::date[], :corrects::uuid[])
                AS n (id, field, origin, origin_name, reference, sealed, as_of, until, corrects)
            ON CONFLICT (subject, sender_key, field) DO NOTHING""";
    // only of those that were inserted: a repeated key keeps the text that it has
    private static final String INSERT_STATED = """
            INSERT INTO registers.stated_text (subject, value, sealed, recorded_at)
            SELECT v.subject, v.id, n.sealed, v.recorded_at
            FROM unnest(:ids::uuid[], :sealed::text[]) AS n (id, sealed)
            JOIN registers.field_value v ON v.subject = :subject AND v.id = n.id AND v.origin = 'STATED'""";
    private static final String DELETE_STATED_BY = """
            DELETE FROM registers.stated_text s USING registers.field_value v
            WHERE v.subject = s.subject AND v.id = s.value AND v.recorded_by = :account AND v.origin = 'STATED'""";
    private static final String COUNT_OLD = """
            SELECT count(*) FROM (SELECT 1 FROM registers.stated_text WHERE recorded_at < :before LIMIT :most) old""";
    private static final String DELETE_OLD = """
            DELETE FROM registers.stated_text WHERE (subject, value) IN (
                SELECT subject, value FROM registers.stated_text WHERE recorded_at < :before LIMIT :most)""";

    /** A row: its value is sealed yet. */
    record Kept(SubjectId subject, FieldValue value) {}

    /** Of some subjects and fields, the newest first. */
    List<Kept> of(Collection<UUID> subjects, Collection<RegisterField> fields) {
        return jdbc.sql(OF)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("fields", fields.stream().map(Enum::name).toArray(String[]::new))
                .param("most", MOST)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** What a sender's key recorded. */
    List<Kept> ofKey(SubjectId subject, String key) {
        return jdbc.sql(OF_KEY)
                .param("subject", subject.value())
                .param("key", key)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** What an account stated and is still kept. */
    List<Kept> statedBy(UUID account) {
        return jdbc.sql(STATED_BY)
                .param("account", account)
                .param("most", MOST)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** @return how many are new; the others were recorded by this key before */
    int insert(SubjectId subject, List<FieldValue> sealed, String key, UUID by, Instant at) {
        int inserted = Batch.of(sealed)
                .uuid("ids", FieldValue::id)
                .word("fields", FieldValue::field)
                .word("origins", value -> value.source().origin())
                .text("names", value -> value.source().originName())
                .text("references", value -> value.source().reference())
                .text("sealed", FieldValue::value)
                .at("asOf", value -> value.validity().asOf())
                .day("until", value -> value.validity().until())
                .uuid("corrects", value -> value.validity().corrects())
                .update(jdbc.sql(INSERT)
                        .param("subject", subject.value())
                        .param("key", key)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC)));
        if (inserted > 0)
            Batch.of(sealed)
                    .uuid("ids", FieldValue::id)
                    .text("sealed", FieldValue::value)
                    .update(jdbc.sql(INSERT_STATED).param("subject", subject.value()));
        return inserted;
    }

    int deleteStatedBy(UUID account) {
        return jdbc.sql(DELETE_STATED_BY).param("account", account).update();
    }

    int countOld(Instant before, int most) {
        return jdbc.sql(COUNT_OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    int deleteOld(Instant before, int most) {
        return jdbc.sql(DELETE_OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}

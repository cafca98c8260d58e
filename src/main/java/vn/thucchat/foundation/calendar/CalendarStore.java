package vn.thucchat.foundation.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.units.UnitCode;

/** The statements of the schema {@code calendar}: rows are added and read, never changed. */
@Component
record CalendarStore(JdbcClient jdbc, InstantSource clock) {

    /** Names the state of both tables, because nothing ever leaves them. */
    private static final String SIZE =
            "SELECT (SELECT count(*) FROM calendar.stated_day) + (SELECT count(*) FROM calendar.stated_hours)";

    private static final String DAYS = """
            SELECT day, kind, holiday, name, document, issued_on, issuer, source, checked, shipped, known_at
            FROM calendar.stated_day ORDER BY recorded_at, id""";
    private static final String HOURS = """
            SELECT unit, valid_from, weekdays, saturday, document, issued_on, issuer, source, checked, synthetic, shipped,
                known_at
            FROM calendar.stated_hours ORDER BY recorded_at, id""";
    /** What came with a release is taken once. */
    private static final String ADD_DAY = """
            INSERT INTO calendar.stated_day (id, day, kind, holiday, name, document, issued_on, issuer, source, checked,
                shipped, known_at, recorded_at, recorded_by)
            VALUES (:id, :day, :kind, :holiday, :name, :document, :issuedOn, :issuer, :source, :checked,
                :shipped, :knownAt, :recordedAt, :recordedBy)
            ON CONFLICT DO NOTHING""";

    private static final String ADD_HOURS = """
            INSERT INTO calendar.stated_hours (id, unit, valid_from, weekdays, saturday, document, issued_on, issuer,
                source, checked, synthetic, shipped, known_at, recorded_at, recorded_by)
            VALUES (:id, :unit, :from, :weekdays, :saturday, :document, :issuedOn, :issuer,
                :source, :checked, :synthetic, :shipped, :knownAt, :recordedAt, :recordedBy)
            ON CONFLICT DO NOTHING""";

    long size() {
        return jdbc.sql(SIZE).query(Long.class).single();
    }

    /** All that was ever stated of days, in the order in which it was recorded. */
    List<StatedDay> days() {
        return jdbc.sql(DAYS)
                .query((row, number) -> new StatedDay(
                        row.getObject("day", LocalDate.class),
                        StatedDay.Kind.valueOf(row.getString("kind")),
                        row.getString("holiday"),
                        row.getString("name"),
                        document(row),
                        row.getBoolean("shipped"),
                        knownAt(row)))
                .list();
    }

    /** All that was ever stated of hours, in the order in which it was recorded. */
    List<StatedHours> hours() {
        return jdbc.sql(HOURS)
                .query((row, number) -> new StatedHours(
                        new UnitCode(row.getString("unit")),
                        row.getObject("valid_from", LocalDate.class),
                        hours(row.getString("weekdays"), row.getString("saturday")),
                        document(row),
                        row.getBoolean("synthetic"),
                        row.getBoolean("shipped"),
                        knownAt(row)))
                .list();
    }

    void add(StatedDay stated, UUID by) {
        with(jdbc.sql(ADD_DAY), stated.document(), stated.shipped(), stated.knownAt(), by)
                .param("day", stated.day())
                .param("kind", stated.kind().name())
                .param("holiday", stated.holiday())
                .param("name", stated.name())
                .update();
    }

    void add(StatedHours stated, UUID by) {
        OfficeHours hours = stated.hours();
        with(jdbc.sql(ADD_HOURS), stated.document(), stated.shipped(), stated.knownAt(), by)
                .param("unit", stated.unit().value())
                .param("from", stated.from())
                .param("weekdays", hours == null ? "" : OfficeHours.write(hours.weekdays()))
                .param("saturday", hours == null ? "" : OfficeHours.write(hours.saturday()))
                .param("synthetic", stated.synthetic())
                .update();
    }

    private JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec sql, SourceDocument document, boolean shipped, Instant knownAt, UUID by) {
        return sql.param("id", Ids.next(clock))
                .param("document", document.number())
                .param("issuedOn", document.issuedOn())
                .param("issuer", document.issuer())
                .param("source", document.source())
                .param("checked", document.checked().name())
                .param("shipped", shipped)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .param("recordedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("recordedBy", by);
    }

    private static SourceDocument document(ResultSet row) throws SQLException {
        return new SourceDocument(
                row.getString("document"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issuer"),
                row.getString("source"),
                SourceDocument.Checked.valueOf(row.getString("checked")));
    }

    private static Instant knownAt(ResultSet row) throws SQLException {
        return row.getObject("known_at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable OfficeHours hours(String weekdays, String saturday) {
        return weekdays.isEmpty()
                ? null
                : new OfficeHours(
                        OfficeHours.read(weekdays).orElseThrow(),
                        OfficeHours.read(saturday).orElseThrow());
    }
}

package vn.thucchat.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import vn.thucchat.testing.StoreTest;

/** Rows become records, and many records one statement, on the real database. */
@NullMarked
class RowsTests extends StoreTest {

    private enum Colour {
        RED,
        GREEN
    }

    private record StallId(UUID value) {}

    private record Quarter(int year, int number) {
        @SuppressWarnings("UnusedMethod") // called by Rows, by its name
        static Quarter of(String code) {
            return new Quarter(Integer.parseInt(code.substring(0, 4)), code.charAt(5) - '0');
        }
    }

    private record Held(String holder, Instant heldAt) {}

    private record Stall(
            StallId id,
            String name,
            Colour colour,
            Quarter firstQuarter,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Instant seenAt,
            long rentVnd,
            @Nullable Integer floor,
            @Nullable Long lastNumber,
            @Nullable BigDecimal areaM2,
            boolean synthetic,
            List<String> goods,
            Set<Long> numbers,
            @Nullable Held held) {}

    @Test
    void every_type_of_ours_is_read_by_its_name() {
        assertThat(one("'Hoa'"))
                .isEqualTo(new Stall(
                        new StallId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
                        "A1",
                        Colour.GREEN,
                        new Quarter(2022, 3),
                        LocalDate.of(2022, 8, 8),
                        null,
                        Instant.parse("2022-08-08T02:00:00Z"),
                        350_000,
                        null,
                        7L,
                        new BigDecimal("4.5"),
                        true,
                        List.of("rau", "cá"),
                        Set.of(3L, 4L),
                        new Held("Hoa", Instant.parse("2022-08-09T02:00:00Z"))));
    }

    private Stall one(String holder) {
        return jdbc.sql("""
            SELECT '01890a5d-ac96-774b-bcce-b302099a8057'::uuid AS id, 'A1' AS name, 'GREEN' AS colour,
                '2022Q3' AS first_quarter, '2022-08-08'::date AS opened_on, NULL::date AS closed_on,
                '2022-08-08T02:00:00Z'::timestamptz AS seen_at, 350000::bigint AS rent_vnd, NULL::int AS floor,
                7::bigint AS last_number, 4.5::numeric AS area_m2, true AS synthetic, '{rau,cá}'::text[] AS goods,
                '{3,4}'::bigint[] AS numbers, %s::text AS holder, '2022-08-09T02:00:00Z'::timestamptz AS held_at""".formatted(holder)).query(Rows.of(Stall.class)).single();
    }

    private record Small(String name, @Nullable Held held) {}

    @Test
    void a_part_of_several_is_null_where_all_its_columns_are() {
        String sql = "SELECT 'A1' AS name, NULL::text AS holder, NULL::timestamptz AS held_at";
        assertThat(jdbc.sql(sql).query(Rows.of(Small.class)).single()).isEqualTo(new Small("A1", null));
        assertThatThrownBy(() -> one("NULL"))
                .as("half a part")
                .hasMessageContaining("holder is null: no Held can be made");
    }

    private record Counted(String name, int count) {}

    @Test
    void what_does_not_fit_is_refused_with_its_column() {
        var rows = Rows.of(Counted.class);
        assertThatThrownBy(() -> jdbc.sql("SELECT 'a' AS name, NULL::int AS count")
                        .query(rows)
                        .single())
                .as("not nought")
                .hasMessageContaining("count is null");
        assertThatThrownBy(() -> jdbc.sql("SELECT 'a' AS name").query(rows).single())
                .rootCause()
                .hasMessageContaining("count");
        assertThatThrownBy(() -> jdbc.sql("SELECT 'BLUE' AS colour, 1 AS size")
                        .query(Rows.of(Painted.class))
                        .single())
                .hasMessageContaining("No Colour is called BLUE");
        assertThatThrownBy(() -> Rows.of(Unknown.class)).hasMessageContaining("no column holds a");
    }

    private record Painted(Colour colour, int size) {}

    private record Unknown(Thread thread, int size) {}

    private record Line(
            UUID id,
            @Nullable String name,
            Colour colour,
            int floor,
            long rentVnd,
            @Nullable LocalDate closedOn,
            Instant seenAt,
            boolean synthetic,
            BigDecimal area) {}

    @Test
    void many_rows_are_written_by_one_statement_and_come_back() {
        jdbc.sql("""
                CREATE TABLE ground.lines (id uuid, name text, colour text, floor int, rent_vnd bigint, closed_on date,
                    seen_at timestamptz, synthetic boolean, area numeric)""").update();
        var lines = List.of(line("a", LocalDate.of(2022, 8, 8), Colour.RED), line(null, null, Colour.GREEN));
        assertThat(Batch.of(lines)
                        .uuid("ids", Line::id)
                        .text("names", Line::name)
                        .word("colours", Line::colour)
                        .whole("floors", Line::floor)
                        .number("rents", Line::rentVnd)
                        .day("closed", Line::closedOn)
                        .at("seen", Line::seenAt)
                        .flag("synthetic", Line::synthetic)
                        .decimal("areas", Line::area)
                        .update(jdbc.sql("""
                                INSERT INTO ground.lines
                                SELECT * FROM unnest(:ids::uuid[], :names::text[], :colours::text[], :floors::int[],
                                    :rents::bigint[], :closed::date[], :seen::timestamptz[], :synthetic::boolean[],
                                    :areas::numeric[])""")))
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT * FROM ground.lines")
                        .query(Rows.of(Line.class))
                        .list())
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    private static Line line(@Nullable String name, @Nullable LocalDate closed, Colour colour) {
        return new Line(
                UUID.randomUUID(),
                name,
                colour,
                2,
                350_000,
                closed,
                Instant.parse("2022-08-08T02:00:00Z"),
                false,
                new BigDecimal("4.50"));
    }

    /** Prints what a page of 1,000 rows costs against a mapper by hand and Spring's own; a ratio, never a limit. */
    @Test
    void a_page_costs_about_what_a_mapper_by_hand_costs() {
        RowMapper<Page> byHand = (row, number) -> new Page(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("rent_vnd"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                Colour.valueOf(row.getString("colour")));
        var ours = Rows.of(Page.class);
        var springs = new SimplePropertyRowMapper<>(SpringPage.class);
        var hand = new double[9];
        var rows = new double[9];
        var spring = new double[9];
        for (int i = 0; i < 60; i++) page(byHand, ours, springs);
        for (int i = 0; i < hand.length; i++) {
            hand[i] = ms(byHand);
            rows[i] = ms(ours);
            spring[i] = ms(springs);
        }
        System.out.printf(
                "ROWS of a page of 1,000: by hand %.2f ms, Rows %.2f of it, Spring's query(Class) %.2f of it%n",
                median(hand), median(rows) / median(hand), median(spring) / median(hand));
        assertThat(list(ours)).isEqualTo(list(byHand)).hasSize(1_000);
    }

    private record Page(
            UUID id,
            String name,
            long rentVnd,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Colour colour) {}

    record SpringPage(
            UUID id,
            String name,
            long rentVnd,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Colour colour) {}

    private void page(RowMapper<?>... mappers) {
        for (RowMapper<?> mapper : mappers) list(mapper);
    }

    private <T> List<T> list(RowMapper<T> mapper) {
        return jdbc.sql("""
                SELECT md5(n::text)::uuid AS id, 'Sạp ' || n AS name, 350000::bigint AS rent_vnd,
                    '2022-08-08'::date + n AS opened_on, NULL::date AS closed_on, 'GREEN' AS colour
                FROM generate_series(1, 1000) AS n""").query(mapper).list();
    }

    private double ms(RowMapper<?> mapper) {
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) list(mapper);
        return (System.nanoTime() - began) / 20e6;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}

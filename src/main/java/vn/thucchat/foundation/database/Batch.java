package vn.thucchat.foundation.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Binds many rows to one statement, as an array for each column that {@code unnest} takes apart again.
 *
 * <pre>{@code
 * // INSERT INTO … SELECT * FROM unnest(:ids::uuid[], :names::text[], :days::date[])
 * Batch.of(traders).uuid("ids", Trader::id).text("names", Trader::name).day("days", Trader::joinedOn)
 *         .update(jdbc.sql(INSERT));
 * }</pre>
 *
 * @param <T> a row
 */
public final class Batch<T> {

    /** A part of a row; null where it has none. */
    @FunctionalInterface
    public interface Part<T, V> {
        @Nullable
        V of(T row);
    }

    private final List<T> rows;
    private final Map<String, Object> arrays = new LinkedHashMap<>();

    private Batch(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Batch<T> of(Collection<? extends T> rows) {
        return new Batch<>(List.copyOf(rows));
    }

    public Batch<T> uuid(String name, Part<T, UUID> part) {
        return bind(name, UUID[]::new, part);
    }

    public Batch<T> text(String name, Part<T, String> part) {
        return bind(name, String[]::new, part);
    }

    /** An enum by its name, anything else by its text, which PostgreSQL casts: a code, an id, a day. */
    public Batch<T> word(String name, Part<T, ?> part) {
        return bind(name, String[]::new, row -> written(part.of(row)));
    }

    public Batch<T> whole(String name, Part<T, Integer> part) {
        return bind(name, Integer[]::new, part);
    }

    /** Đồng and counts: {@code ::bigint[]}. */
    public Batch<T> number(String name, Part<T, Long> part) {
        return bind(name, Long[]::new, part);
    }

    public Batch<T> decimal(String name, Part<T, BigDecimal> part) {
        return bind(name, BigDecimal[]::new, part);
    }

    public Batch<T> flag(String name, Part<T, Boolean> part) {
        return bind(name, Boolean[]::new, part);
    }

    /** {@code ::date[]}. */
    public Batch<T> day(String name, Part<T, LocalDate> part) {
        return bind(name, String[]::new, row -> written(part.of(row)));
    }

    /** {@code ::timestamptz[]}. */
    public Batch<T> at(String name, Part<T, Instant> part) {
        return bind(name, String[]::new, row -> written(part.of(row)));
    }

    /** The statement with the rows bound. */
    public StatementSpec in(StatementSpec statement) {
        StatementSpec bound = statement;
        for (var array : arrays.entrySet()) bound = bound.param(array.getKey(), array.getValue());
        return bound;
    }

    /** @return how many rows were written */
    public int update(StatementSpec statement) {
        return in(statement).update();
    }

    private static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private <V> Batch<T> bind(String name, IntFunction<@Nullable V[]> array, Part<T, V> part) {
        @Nullable V[] values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) values[i] = part.of(rows.get(i));
        arrays.put(name, values);
        return this;
    }
}

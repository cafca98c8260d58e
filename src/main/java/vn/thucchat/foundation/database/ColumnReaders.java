package vn.thucchat.foundation.database;

import static java.util.Map.entry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column as the type of a component: texts, numbers, days and times, enums by their names, lists and sets of
 * plain values from arrays, typed ids and codes (records of one part, types with a static {@code of(String)}), and
 * records of several parts.
 */
final class ColumnReaders {

    /** Reads a column; null where it is null. */
    interface Reader {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    private static final Map<Class<?>, Reader> PLAIN = Map.ofEntries(
            entry(String.class, ResultSet::getString),
            entry(byte[].class, ResultSet::getBytes),
            entry(BigDecimal.class, ResultSet::getBigDecimal),
            entry(UUID.class, (row, column) -> row.getObject(column, UUID.class)),
            entry(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class)),
            entry(Instant.class, ColumnReaders::instant),
            entry(int.class, (row, column) -> orNull(row, row.getInt(column))),
            entry(Integer.class, (row, column) -> orNull(row, row.getInt(column))),
            entry(long.class, (row, column) -> orNull(row, row.getLong(column))),
            entry(Long.class, (row, column) -> orNull(row, row.getLong(column))),
            entry(double.class, (row, column) -> orNull(row, row.getDouble(column))),
            entry(boolean.class, (row, column) -> orNull(row, row.getBoolean(column))),
            entry(Boolean.class, (row, column) -> orNull(row, row.getBoolean(column))));

    private ColumnReaders() {}

    /**
     * @return null for a record of several parts, which several columns hold
     * @throws IllegalArgumentException when no column can hold it
     */
    static @Nullable Reader of(Type type) {
        if (type instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> each)
            return array((Class<?>) many.getRawType(), each);
        if (!(type instanceof Class<?> one)) throw new IllegalArgumentException("no column holds a " + type);
        Reader plain = PLAIN.get(one);
        if (plain != null) return plain;
        if (one.isEnum()) return named(one);
        Optional<Method> code = Stream.of(one.getDeclaredMethods())
                .filter(ColumnReaders::readsCode)
                .findFirst();
        if (code.isPresent()) return code(code.get());
        if (!one.isRecord()) throw new IllegalArgumentException("no column holds a " + type);
        return one.getRecordComponents().length == 1 ? id(one) : null;
    }

    private static <T> @Nullable T orNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Reader named(Class<?> type) {
        Map<String, Object> byName = Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        return (row, column) -> {
            String name = row.getString(column);
            if (name == null) return null;
            Object constant = byName.get(name);
            if (constant == null) throw new SQLException("No " + type.getSimpleName() + " is called " + name);
            return constant;
        };
    }

    private static Reader array(Class<?> collection, Class<?> each) {
        if (!PLAIN.containsKey(each) || !Collection.class.isAssignableFrom(collection))
            throw new IllegalArgumentException("no column holds a " + collection + " of " + each);
        return (row, column) -> {
            Array array = row.getArray(column);
            if (array == null) return null;
            List<Object> values = List.of((Object[]) array.getArray());
            return collection == Set.class ? Set.copyOf(values) : values;
        };
    }

    private static boolean readsCode(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && method.getName().equals("of")
                && method.getReturnType() == method.getDeclaringClass()
                && List.of(method.getParameterTypes()).equals(List.of(String.class));
    }

    private static Reader code(Method of) {
        of.setAccessible(true);
        return (row, column) -> {
            String code = row.getString(column);
            if (code == null) return null;
            try {
                return of.invoke(null, code);
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new SQLException(
                        "A column holds no " + of.getDeclaringClass().getSimpleName(), e);
            }
        };
    }

    private static Reader id(Class<?> type) {
        Reader reader = of(type.getRecordComponents()[0].getGenericType());
        if (reader == null) throw new IllegalArgumentException("no column holds a " + type);
        var constructor = Rows.constructor(type);
        return (row, column) -> {
            Object value = reader.read(row, column);
            return value == null ? null : Rows.make(constructor, value);
        };
    }
}

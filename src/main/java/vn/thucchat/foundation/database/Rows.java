package vn.thucchat.foundation.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Maps rows to records by the names of their components: {@code openedOn} is read from {@code opened_on}. A component
 * that is itself a record of several parts is read from the same row. Columns are looked up once a query, components
 * once for ever.
 *
 * <pre>{@code
 * jdbc.sql("SELECT id, unit, opened_on FROM …").query(Rows.of(Account.class)).list();
 * }</pre>
 *
 * Spring's own {@code query(Class)} costs as much for plain types and stops there: it tries each typed id and instant by
 * an exception in every row, needs a converter for each, makes no record of a record, and lets a null text pass.
 *
 * @param <R> the record; of any visibility
 * @see ColumnReaders the types that components may have
 */
public final class Rows<R> implements RowMapper<R> {

    private static final ClassValue<Plan<?>> PLANS = new ClassValue<>() {
        @Override
        protected Plan<?> computeValue(Class<?> type) {
            return Plan.of(type);
        }
    };

    private final Plan<R> plan;
    private final @Nullable Rows<?>[] inner;
    private int @Nullable [] places;

    /** How a record is made of its components. */
    private record Plan<R>(Constructor<R> constructor, List<Part> parts) {

        @SuppressWarnings("unchecked") // the canonical constructor of the record makes the record
        static <R> Plan<R> of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            if (components == null) throw new IllegalArgumentException(type + " is no record");
            return new Plan<>(
                    (Constructor<R>) Rows.constructor(type),
                    Stream.of(components).map(Part::of).toList());
        }
    }

    /**
     * One component.
     *
     * @param reader null where it is a record of several parts
     */
    private record Part(RecordComponent of, String column, ColumnReaders.@Nullable Reader reader, boolean nullable) {

        static Part of(RecordComponent component) {
            return new Part(
                    component,
                    component
                            .getName()
                            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                            .toLowerCase(Locale.ROOT),
                    ColumnReaders.of(component.getGenericType()),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private Rows(Plan<R> plan) {
        this.plan = plan;
        this.inner = plan.parts().stream()
                .map(part -> part.reader() == null ? of(part.of().getType()) : null)
                .toArray(Rows<?>[]::new);
    }

    /** Makes the mapper of one query. */
    @SuppressWarnings("unchecked") // the plan that is kept of a type makes that type
    public static <R> Rows<R> of(Class<R> type) {
        return new Rows<>((Plan<R>) PLANS.get(type));
    }

    /** @throws SQLException also where a column is null whose component may not be */
    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        if (number == 0 || places == null) places = find(row);
        @Nullable Object[] values = new Object[inner.length];
        for (int i = 0; i < values.length; i++) {
            Part part = plan.parts().get(i);
            values[i] = read(row, number, i);
            if (values[i] == null && !part.nullable())
                throw new SQLException("%s is null: no %s can be made"
                        .formatted(part.column(), part.of().getDeclaringRecord().getSimpleName()));
        }
        return make(plan.constructor(), values);
    }

    private @Nullable Object read(ResultSet row, int number, int i) throws SQLException {
        Rows<?> record = inner[i];
        if (record != null) return record.any(row, number) ? record.mapRow(row, number) : null;
        return Objects.requireNonNull(plan.parts().get(i).reader()).read(row, Objects.requireNonNull(places)[i]);
    }

    /** Whether one of its columns is not null. */
    private boolean any(ResultSet row, int number) throws SQLException {
        if (number == 0 || places == null) places = find(row);
        for (int i = 0; i < inner.length; i++) if (read(row, number, i) != null) return true;
        return false;
    }

    private int[] find(ResultSet row) throws SQLException {
        var found = new int[inner.length];
        for (int i = 0; i < found.length; i++)
            if (inner[i] == null) found[i] = row.findColumn(plan.parts().get(i).column());
        return found;
    }

    static Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    static <R> R make(Constructor<R> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

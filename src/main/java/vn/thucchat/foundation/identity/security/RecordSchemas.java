package vn.thucchat.foundation.identity.security;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes the parts of our records as they are: one that is {@code @Nullable} may be null, any other never is. All of
 * an answer's parts are always there; of what is sent to us ({@link #SENT}) those that may be null may be left out.
 */
@Component
class RecordSchemas implements ModelConverter {

    /** Ends the name of a record that programs send. */
    private static final String SENT = "Request";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        @Nullable Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (resolved == null || java == null || !ours(java.getRawClass())) return resolved;
        String name = resolved.get$ref() == null
                ? resolved.getName()
                : resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
        Schema<?> model = name == null ? resolved : context.getDefinedModels().getOrDefault(name, resolved);
        if (model.getProperties() != null) describe(model, java.getRawClass());
        return resolved;
    }

    private static boolean ours(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("vn.thucchat.");
    }

    private static void describe(Schema<?> model, Class<?> record) {
        var required = new ArrayList<String>();
        for (RecordComponent part : record.getRecordComponents()) {
            Schema<?> schema = model.getProperties().get(part.getName());
            if (schema == null) continue;
            boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable) model.getProperties().put(part.getName(), orNull(schema));
            if (!nullable || !record.getSimpleName().endsWith(SENT)) required.add(part.getName());
        }
        model.setRequired(required);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var none = new JsonSchema();
            none.setTypes(Set.of("null"));
            return new JsonSchema().anyOf(List.of(schema, none));
        }
        if (schema.getTypes() == null) return schema;
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) addNull(schema);
        return schema;
    }

    private static <T> void addNull(Schema<T> schema) {
        schema.addEnumItemObject(null);
    }
}

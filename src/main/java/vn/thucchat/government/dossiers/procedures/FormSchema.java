package vn.thucchat.government.dossiers.procedures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a procedure's form as JSON Schema 2020-12, which programs draw and check answers by. */
public final class FormSchema {

    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 5_000;

    private FormSchema() {}

    /**
     * The schema as objects that become JSON.
     *
     * @param id its address: {@code https://…/api/v1/procedures/1.001193/form?on=2026-12-01}
     * @param english whether labels are in English where there are some
     */
    public static Map<String, Object> of(ProcedureVersion version, String id, boolean english) {
        var properties = new LinkedHashMap<String, Object>();
        List<String> required = new ArrayList<>();
        for (FormField field : version.draft().content().conduct().form()) {
            properties.put(field.key(), property(field, english));
            if (field.required()) required.add(field.key());
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", version.draft().name());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(FormField field, boolean english) {
        var property = new LinkedHashMap<String, Object>();
        property.put("title", english && !field.labelEn().isEmpty() ? field.labelEn() : field.label());
        if (!field.help().isEmpty()) property.put("description", field.help());
        switch (field.kind()) {
            case TEXT -> text(property, LONGEST);
            case LONG_TEXT -> text(property, LONGEST_TEXT);
            case NUMBER -> {
                property.put("type", "integer");
                property.put("minimum", 0);
            }
            case DAY -> {
                property.put("type", "string");
                property.put("format", "date");
            }
            case CHOICE -> {
                property.put("type", "string");
                property.put("enum", field.choices());
            }
            case YES_NO -> property.put("type", "boolean");
            case PERSON_NUMBER -> pattern(property, "^[0-9]{12}$");
            case PHONE -> pattern(property, "^0[0-9]{9}$");
            case EMAIL -> {
                property.put("type", "string");
                property.put("format", "email");
                property.put("maxLength", LONGEST);
            }
        }
        return property;
    }

    private static void text(Map<String, Object> property, int longest) {
        property.put("type", "string");
        property.put("minLength", 1);
        property.put("maxLength", longest);
    }

    private static void pattern(Map<String, Object> property, String pattern) {
        property.put("type", "string");
        property.put("pattern", pattern);
    }
}

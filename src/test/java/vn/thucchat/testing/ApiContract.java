package vn.thucchat.testing;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the OpenAPI document promises of every answer: its status, its media type, and a body that fits the schema with
 * no part too few or too many.
 */
@NullMarked
public final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();
    /** Sound JSON, but readers that take money for text would show 5E+1. */
    private static final Pattern EXPONENT = Pattern.compile("[:\\[,]-?[0-9.]+[eE][+-]?[0-9]+[,}\\]]");

    /**
     * An answer that was given.
     *
     * @param path with its query or without
     * @param type its Content-Type, or empty
     */
    public record Answer(String method, String path, int status, String type, String body) {}

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, com.networknt.schema.Schema> known = new HashMap<>();

    public ApiContract(byte[] document) {
        this.document = JSON.readTree(document);
        closeObjects(this.document.path("components").path("schemas"));
    }

    /** The operation that answers: {@code GET /api/v1/units/{code}}; HEAD is answered as GET. */
    public Optional<String> operation(Answer answer) {
        String method = answer.method().equals("HEAD") ? "GET" : answer.method();
        String path = answer.path().replaceFirst("[?].*", "");
        return document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .filter(template ->
                        document.path("paths").path(template).has(method.toLowerCase(java.util.Locale.ROOT)))
                // what is written out goes before what is left open
                .min(Comparator.comparingInt(template ->
                        template.length() - template.replace("{", "").length()))
                .map(template -> method + " " + template);
    }

    /** Every operation with the statuses that it documents. */
    public Map<String, Set<String>> operations() {
        var operations = new HashMap<String, Set<String>>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                new TreeSet<>(
                                        operation.getValue().path("responses").propertyNames()))));
        return operations;
    }

    /** What is not as the document says; empty when all is. */
    public List<String> faults(Answer answer) {
        // other methods are told which there are, and what is nowhere that it is nowhere
        if (answer.status() == 405 || answer.method().equals("OPTIONS")) return List.of();
        Optional<String> operation = operation(answer);
        if (operation.isEmpty()) return answer.status() == 404 ? List.of() : List.of("No such operation: " + answer);
        String[] at = operation.get().split(" ", 2);
        JsonNode response = document.path("paths")
                .path(at[1])
                .path(at[0].toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.status()));
        var faults = new ArrayList<String>();
        if (response.isMissingNode()) faults.add("status " + answer.status() + " is not documented");
        else if (!answer.body().isEmpty()) faults.addAll(bodyFaults(response.path("content"), answer));
        else if (answer.status() == 200 && !answer.method().equals("HEAD")) faults.add("nothing in it");
        return faults.stream()
                .map(fault -> operation.get() + " " + answer.status() + ": " + fault)
                .toList();
    }

    private List<String> bodyFaults(JsonNode content, Answer answer) {
        String type = answer.type().replaceFirst(";.*", "");
        @Nullable JsonNode schema = content.path(type).get("schema");
        if (!content.has(type)) return List.of("is " + type + ", documented " + content.propertyNames());
        if (!type.endsWith("json")) return List.of();
        if (schema == null) return List.of("has no schema");
        if (EXPONENT.matcher(answer.body()).find()) return List.of("a number with an exponent");
        return known
                .computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(JSON.readTree(answer.body()))
                .stream()
                .map(error -> error.toString())
                .toList();
    }

    private com.networknt.schema.Schema compiled(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    /** The document allows what it does not name, so that clients are ready for more; we name all that there is. */
    private static void closeObjects(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties"))
            object.put("additionalProperties", false);
        schema.forEach(ApiContract::closeObjects);
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

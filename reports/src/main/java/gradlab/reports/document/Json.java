package gradlab.reports.document;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How this product writes and reads JSON: two spaces, line feeds, the shortest decimal of each binary64 number, keys in
 * the order in which they were put; read strictly and with bounds.
 */
final class Json {

    static final int SCHEMA = 1;

    private static final int DEEPEST = 24;

    private static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /** An object without keys yet. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array without items yet. */
    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The document, with a line feed at its end. */
    static String text(JsonNode document) {
        return WRITER.writeValueAsString(document) + "\n";
    }

    /** Puts a number, or null with the reason beside it where it is not finite; minus infinity is an answer. */
    static void putNumber(ObjectNode object, String key, double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else if (value == Double.NEGATIVE_INFINITY) {
            object.put(key, "-Infinity");
        } else {
            object.putNull(key);
            object.put(key + "Reason", Double.isNaN(value) ? "not a number" : "infinite");
        }
    }

    /** A reader that refuses repeated keys, a second document, deep nesting and long strings. */
    static JsonMapper reader(int longestText) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longestText)
                        .maxNameLength(1_000)
                        .maxNumberLength(100)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}

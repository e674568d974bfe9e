package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.MemoryAllowance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One value of a JSON document, held whole: texts, doubles, lists, maps; null where it is none of these. Only rows are held
 * so, never a file.
 *
 * @param allowance what it may take
 */
record JsonTree(MemoryAllowance allowance) {
    private static final int NODE_BYTES = 96;
    private static final int ONE_IN = 8;

    static JsonTree ofFile(String file) {
        return new JsonTree(MemoryAllowance.ofHeap(file, ONE_IN));
    }

    /** The value at the parser's token. Nesting is bounded by the parser. */
    @Nullable
    Object read(JsonParser parser) {
        allowance.take(1, NODE_BYTES, "a row of very many values");
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> 1.0;
            case VALUE_FALSE -> 0.0;
            default -> null;
        };
    }

    private Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = read(parser);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** Null where an entry is none of these, for entries of a column must keep their places. */
    private List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return items;
    }

    /** A number, or a text that spells one that is not finite, as loggers write it; null for anything else. */
    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        return value instanceof String text ? LogNumber.nonFinite(text) : null;
    }
}

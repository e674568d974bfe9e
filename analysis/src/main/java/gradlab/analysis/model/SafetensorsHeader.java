package gradlab.analysis.model;

import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON header of safetensors token by token; nothing is built that the format does not know. */
final class SafetensorsHeader {

    private static final String METADATA = "__metadata__";
    private static final int DEEPEST = 4;
    private static final int LONGEST_NUMBER = 19;
    private static final int LONGEST_NAME = 4_096;
    private static final int MOST_TENSORS = 1_000_000;
    private static final int MOST_SIZES = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final byte[] json;

    SafetensorsHeader(String file, byte[] json) {
        this.file = file;
        this.json = json;
    }

    /** The tensors in the order of the header. */
    List<SafetensorsEntry> entries() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            List<SafetensorsEntry> entries = entries(parser);
            if (parser.nextToken() != null) {
                throw error("more after the header's object", "one object");
            }
            return entries;
        } catch (JacksonException e) {
            throw error("a JSON error (" + firstLine(e.getOriginalMessage()) + ")", "well-formed JSON");
        }
    }

    private List<SafetensorsEntry> entries(JsonParser parser) {
        require(parser.nextToken(), JsonToken.START_OBJECT, "an object");
        List<SafetensorsEntry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (name.equals(METADATA)) {
                skipTexts(parser);
            } else if (entries.size() == MOST_TENSORS) {
                throw error("more than " + MOST_TENSORS + " tensors", "at most so many");
            } else {
                entries.add(entry(name, parser));
            }
        }
        return entries;
    }

    private void skipTexts(JsonParser parser) {
        require(parser.nextToken(), JsonToken.START_OBJECT, "an object of texts as " + METADATA);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            require(parser.nextToken(), JsonToken.VALUE_STRING, "a text in " + METADATA);
        }
    }

    private SafetensorsEntry entry(String name, JsonParser parser) {
        String quoted = SourceException.quote(name);
        require(parser.nextToken(), JsonToken.START_OBJECT, "an object for tensor " + quoted);
        ElementType type = null;
        List<Long> sizes = null;
        List<Long> offsets = null;
        Set<String> fields = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            fields.add(field);
            parser.nextToken();
            switch (field) {
                case "dtype" -> type = type(parser, quoted);
                case "shape" -> sizes = integers(parser, quoted);
                case "data_offsets" -> offsets = integers(parser, quoted);
                default ->
                    throw error(
                            "the field " + SourceException.quote(field) + " of tensor " + quoted,
                            "dtype, shape and data_offsets");
            }
        }
        if (type == null || sizes == null || offsets == null || offsets.size() != 2) {
            throw error("only " + fields.size() + " usable fields of tensor " + quoted, "dtype, shape, data_offsets");
        }
        return new SafetensorsEntry(name, type, sizes, offsets.get(0), offsets.get(1));
    }

    private ElementType type(JsonParser parser, String quoted) {
        require(parser.currentToken(), JsonToken.VALUE_STRING, "a text as dtype of tensor " + quoted);
        String name = parser.getString();
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw error(
                "the dtype " + SourceException.quote(name) + " of tensor " + quoted,
                "one of " + List.of(ElementType.values()));
    }

    private List<Long> integers(JsonParser parser, String quoted) {
        require(parser.currentToken(), JsonToken.START_ARRAY, "a list of integers in tensor " + quoted);
        List<Long> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, "integers in tensor " + quoted);
            if (values.size() == MOST_SIZES) {
                throw error("more than " + MOST_SIZES + " integers in tensor " + quoted, "fewer");
            }
            long value = parser.getLongValue();
            if (value < 0) {
                throw error("the negative " + value + " in tensor " + quoted, "sizes and offsets from 0 on");
            }
            values.add(value);
        }
        return values;
    }

    private void require(@Nullable JsonToken found, JsonToken expected, String what) {
        if (found != expected) {
            throw error("something else", what);
        }
    }

    private SourceException error(String found, String expected) {
        return SourceException.in(file, found + " in the header", expected);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unknown" : message.lines().findFirst().orElse("unknown");
    }
}

package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads logs in JSON: one object a row, one after the other or in a list; an object with a list {@code log_history}, as
 * Hugging Face's trainer leaves it; an object of columns. NaN and Infinity as Python writes them are numbers.
 */
final class JsonLog {
    private static final String HISTORY = "log_history";
    private static final int DEEPEST = 24;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 4_096;

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final SourceBytes source;
    private final LogCollector collector;
    private final List<String> notes = new ArrayList<>();
    private String format = "JSON lines";
    private boolean growing = true;
    private boolean any;

    private JsonLog(SourceBytes source) {
        this.source = source;
        this.collector = new LogCollector(source.name());
    }

    /** Whether the first character says that this may be JSON. */
    static boolean recognises(SourceBytes source) {
        int first = FirstCharacter.of(source);
        return first == '{' || first == '[';
    }

    static RunLog read(SourceBytes source) {
        return new JsonLog(source).read();
    }

    private RunLog read() {
        try (JsonParser parser = source.lend(bytes -> JSON.createParser(ObjectReadContext.empty(), bytes))) {
            while (parser.nextToken() != null) {
                root(parser);
            }
        } catch (UnexpectedEndOfInputException e) {
            if (!any || !growing) {
                throw error(e);
            }
            notes.add("the last line is cut off; what comes before is kept");
        } catch (JacksonException e) {
            throw error(e);
        }
        return new RunLog(source.name(), format, collector.series(), Optional.empty(), notes);
    }

    private SourceException error(JacksonException e) {
        return at(source.name(), e);
    }

    static SourceException at(String file, JacksonException e) {
        String reason =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unknown");
        Position place = e.getLocation() == null
                ? Position.START
                : new Position(
                        Math.max(1, e.getLocation().getLineNr()),
                        Math.max(1, e.getLocation().getColumnNr()));
        return SourceException.at(file, place, "a JSON error (" + reason + ")", "well-formed JSON");
    }

    private SourceException at(JsonParser parser, String found, String expected) {
        Position place = new Position(
                Math.max(1, parser.currentTokenLocation().getLineNr()),
                Math.max(1, parser.currentTokenLocation().getColumnNr()));
        return SourceException.at(source.name(), place, found, expected);
    }

    private void root(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            growing = false;
            format = "list of JSON objects";
            rows(parser);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser);
        } else {
            throw at(parser, "something that is no JSON object", "one object a row");
        }
    }

    private void rows(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw at(parser, "something else in the list of rows", "objects");
            }
            if (JsonTree.ofFile(source.name()).read(parser) instanceof Map<?, ?> row) {
                collector.row(JsonRow.numbers(row));
            }
            any = true;
        }
    }

    private void object(JsonParser parser) {
        JsonTree tree = JsonTree.ofFile(source.name());
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean history = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(HISTORY)) {
                history(parser);
                history = true;
            } else {
                Object value = tree.read(parser);
                if (value != null) {
                    fields.put(name, value);
                }
            }
        }
        if (!history && !columns(fields)) {
            collector.row(JsonRow.numbers(fields));
        }
        any = true;
    }

    private void history(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw at(parser, "a " + HISTORY + " that is no list", "a list of objects");
        }
        format = "Hugging Face trainer_state.json";
        growing = false;
        rows(parser);
    }

    /** An object of lists of numbers holds one column a name. */
    private boolean columns(Map<String, Object> fields) {
        int longest = 0;
        for (Object value : fields.values()) {
            boolean column =
                    value instanceof List<?> items && items.stream().anyMatch(item -> JsonTree.number(item) != null);
            longest = column && value instanceof List<?> items ? Math.max(longest, items.size()) : longest;
        }
        for (int i = 0; i < longest; i++) {
            Map<String, Double> row = new LinkedHashMap<>();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                Double number = field.getValue() instanceof List<?> items && i < items.size()
                        ? JsonTree.number(items.get(i))
                        : null;
                if (number != null) {
                    row.put(field.getKey(), number);
                }
            }
            collector.row(row);
        }
        if (longest > 0) {
            format = "JSON columns";
            growing = false;
        }
        return longest > 0;
    }

    /** What a run of ours says of the number that ended it, in its summary. */
    static Optional<RunLog.End> end(SourceBytes summary) {
        try (JsonParser parser = summary.lend(bytes -> JSON.createParser(ObjectReadContext.empty(), bytes))) {
            parser.nextToken();
            Object tree = JsonTree.ofFile(summary.name()).read(parser);
            return tree instanceof Map<?, ?> fields && fields.get("nonFinite") instanceof Map<?, ?> end
                    ? end(end.get("step"), end.get("where"))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw at(summary.name(), e);
        }
    }

    private static Optional<RunLog.End> end(@Nullable Object step, @Nullable Object where) {
        return step instanceof Double number && where instanceof String place
                ? Optional.of(new RunLog.End(number.longValue(), place))
                : Optional.empty();
    }
}

package gradlab.reports.document;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import tools.jackson.databind.JsonNode;

/**
 * Reads the values of a witness file.
 *
 * @param shape what to require of them
 */
record WitnessValues(JsonShape shape) {

    private static final int DEEPEST_LIST = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,999}");

    Case of(JsonNode values) {
        if (!values.isArray()) {
            throw shape.error("values " + JsonShape.shown(values), "an array of values");
        }
        Map<String, CaseValue> found = new LinkedHashMap<>();
        for (JsonNode value : values.values()) {
            String name = shape.text(value, "name", "a value's name");
            if (!NAME.matcher(name).matches() || found.containsKey(name)) {
                throw shape.error("the name " + SourceException.quote(name), "a new variable's name with each value");
            }
            found.put(name, value(value, name, Set.of("name", "kind"), 0));
        }
        return new Case(found);
    }

    private CaseValue value(JsonNode node, String name, Set<String> common, int depth) {
        String word = shape.text(node, "kind", "the kind of " + name);
        WitnessKind kind = WitnessKind.of(word)
                .orElseThrow(() -> shape.error(
                        "the kind " + SourceException.quote(word) + " of " + name,
                        "number, truth, vector, matrix or list"));
        return switch (kind) {
            case NUMBER -> new CaseValue.OfNumber(number(shape.field(node, name, "value", common), name));
            case TRUTH -> truth(shape.field(node, name, "value", common), name);
            case VECTOR -> new CaseValue.OfVector(numbers(shape.field(node, name, "entries", common), name));
            case MATRIX -> matrix(node, name, common);
            case LIST -> list(shape.field(node, name, "items", common), name, depth + 1);
        };
    }

    private CaseValue truth(JsonNode node, String name) {
        if (!node.isBoolean()) {
            throw shape.error(name + " " + JsonShape.shown(node), "true or false");
        }
        return new CaseValue.OfTruth(node.asBoolean());
    }

    private CaseValue matrix(JsonNode node, String name, Set<String> common) {
        shape.requireKeys(node, name, JsonShape.with(common, "rows", "columns", "entries"));
        int rows = size(node.get("rows"), name);
        int columns = size(node.get("columns"), name);
        List<BigFraction> entries = numbers(node.get("entries"), name);
        if (entries.size() != (long) rows * columns) {
            throw shape.error(entries.size() + " entries in " + name, rows + " x " + columns + " entries");
        }
        return new CaseValue.OfMatrix(new Matrix<>(rows, columns, entries));
    }

    private int size(JsonNode node, String name) {
        if (!node.isInt() || node.asInt() < 0) {
            throw shape.error("the size " + JsonShape.shown(node) + " of " + name, "a number of rows or columns");
        }
        return node.asInt();
    }

    private CaseValue list(JsonNode items, String name, int depth) {
        if (!items.isArray() || depth > DEEPEST_LIST) {
            throw shape.error(
                    name + " " + JsonShape.shown(items), "an array of items, at most " + DEEPEST_LIST + " deep");
        }
        List<CaseValue> values = new ArrayList<>();
        for (JsonNode item : items.values()) {
            values.add(value(item, name, Set.of("kind"), depth));
        }
        return new CaseValue.OfList(values);
    }

    private List<BigFraction> numbers(JsonNode entries, String name) {
        if (!entries.isArray()) {
            throw shape.error(name + " " + JsonShape.shown(entries), "an array of exact numbers");
        }
        return entries.values().stream().map(entry -> number(entry, name)).toList();
    }

    private BigFraction number(JsonNode node, String name) {
        Optional<BigFraction> number = node.isString() ? ExactNumber.parse(node.stringValue()) : Optional.empty();
        return number.orElseThrow(() ->
                shape.error(name + " " + JsonShape.shown(node), "an exact number such as \"0x1.8p1\" or \"1/3\""));
    }
}

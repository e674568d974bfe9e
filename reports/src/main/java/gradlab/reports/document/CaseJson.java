package gradlab.reports.document;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.fraction.BigFraction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A case as two JSON objects of the same structure: decimals for reading, and texts that lose nothing. */
final class CaseJson {

    private static final BigInteger LARGEST_INTEGER = BigInteger.ONE.shiftLeft(53);

    /** How one number is written. */
    private interface Writing {
        JsonNode of(BigFraction value);
    }

    private CaseJson() {}

    /** Decimals: integers as they are, others as the nearest binary64 number, null where there is none. */
    static ObjectNode decimals(Case values) {
        return object(values, CaseJson::decimal);
    }

    /** Exact texts, as {@link ExactNumber} writes them. */
    static ObjectNode exact(Case values) {
        return object(values, value -> JsonNodeFactory.instance.stringNode(ExactNumber.text(value)));
    }

    /** Whether every number of a case has a nearest binary64 number. */
    static boolean hasDecimals(ObjectNode decimals) {
        return !holdsNull(decimals);
    }

    private static boolean holdsNull(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(CaseJson::holdsNull);
    }

    private static ObjectNode object(Case values, Writing writing) {
        ObjectNode object = Json.object();
        values.values().forEach((name, value) -> object.set(name, node(value, writing)));
        return object;
    }

    private static JsonNode node(CaseValue value, Writing writing) {
        if (value instanceof CaseValue.OfNumber number) {
            return writing.of(number.value());
        } else if (value instanceof CaseValue.OfTruth truth) {
            return JsonNodeFactory.instance.booleanNode(truth.value());
        } else if (value instanceof CaseValue.OfVector vector) {
            return vector(vector.entries(), writing);
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return matrix(matrix.matrix(), writing);
        } else if (value instanceof CaseValue.OfList list) {
            ArrayNode items = Json.array();
            list.items().forEach(item -> items.add(node(item, writing)));
            return items;
        }
        throw new IllegalStateException("unknown value " + value.getClass());
    }

    private static ArrayNode vector(List<BigFraction> entries, Writing writing) {
        ArrayNode array = Json.array();
        entries.forEach(entry -> array.add(writing.of(entry)));
        return array;
    }

    private static ArrayNode matrix(Matrix<BigFraction> matrix, Writing writing) {
        ArrayNode rows = Json.array();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(vector(matrix.row(i), writing));
        }
        return rows;
    }

    private static JsonNode decimal(BigFraction value) {
        BigFraction reduced = value.reduce();
        boolean integer = reduced.getDenominator().equals(BigInteger.ONE)
                && reduced.getNumerator().abs().compareTo(LARGEST_INTEGER) <= 0;
        if (integer) {
            return JsonNodeFactory.instance.numberNode(reduced.getNumerator().longValueExact());
        }
        OptionalDouble nearest = ExactNumber.nearest(reduced);
        return nearest.isPresent()
                ? JsonNodeFactory.instance.numberNode(nearest.getAsDouble())
                : JsonNodeFactory.instance.nullNode();
    }
}

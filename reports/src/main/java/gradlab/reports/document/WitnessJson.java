package gradlab.reports.document;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.CaseValue;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a witness file. Every value says its kind, so that none has to be guessed from its brackets. */
final class WitnessJson {

    private WitnessJson() {}

    static String text(WitnessFile file) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA).put("id", file.id());
        document.putObject("claim")
                .put("file", file.claim().name())
                .put("text", file.claim().text());
        ArrayNode values = document.putArray("values");
        file.found().values().forEach((name, value) -> {
            ObjectNode variable = values.addObject().put("name", name);
            variable.setAll(value(value));
        });
        return Json.text(document);
    }

    private static ObjectNode value(CaseValue value) {
        if (value instanceof CaseValue.OfNumber number) {
            return kind(WitnessKind.NUMBER).put("value", ExactNumber.text(number.value()));
        } else if (value instanceof CaseValue.OfTruth truth) {
            return kind(WitnessKind.TRUTH).put("value", truth.value());
        } else if (value instanceof CaseValue.OfVector vector) {
            ObjectNode object = kind(WitnessKind.VECTOR);
            object.set("entries", entries(vector.entries()));
            return object;
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return matrix(matrix.matrix());
        } else if (value instanceof CaseValue.OfList list) {
            ObjectNode object = kind(WitnessKind.LIST);
            ArrayNode items = object.putArray("items");
            list.items().forEach(item -> items.add(value(item)));
            return object;
        }
        throw new IllegalStateException("unknown value " + value.getClass());
    }

    private static ObjectNode matrix(Matrix<BigFraction> matrix) {
        ObjectNode object = kind(WitnessKind.MATRIX).put("rows", matrix.rows()).put("columns", matrix.columns());
        object.set("entries", entries(matrix.entries()));
        return object;
    }

    private static ArrayNode entries(List<BigFraction> entries) {
        ArrayNode array = Json.array();
        entries.forEach(entry -> array.add(ExactNumber.text(entry)));
        return array;
    }

    private static ObjectNode kind(WitnessKind kind) {
        return Json.object().put("kind", kind.word());
    }
}

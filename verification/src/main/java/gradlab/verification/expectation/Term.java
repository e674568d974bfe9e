package gradlab.verification.expectation;

import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.ExpressionText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mean, variance or probability that a statement speaks of.
 *
 * @param call the call of E, Var or P
 * @param indices what the indices of the sums and products around it stand for
 */
record Term(Expression.Call call, SortedMap<String, Integer> indices) {

    /** What is estimated. */
    enum Kind {
        MEAN,
        VARIANCE,
        PROBABILITY
    }

    /** Copies the indices that it depends on. */
    Term {
        SortedMap<String, Integer> used = new TreeMap<>();
        for (Map.Entry<String, Integer> index : indices.entrySet()) {
            if (CanonicalForm.mentions(call, index.getKey())) {
                used.put(index.getKey(), index.getValue());
            }
        }
        indices = used;
    }

    Kind kind() {
        return switch (((Expression.Name) call.function()).name()) {
            case "E" -> Kind.MEAN;
            case "Var" -> Kind.VARIANCE;
            default -> Kind.PROBABILITY;
        };
    }

    Expression argument() {
        return call.arguments().get(0);
    }

    /** The same for the same term. */
    String key() {
        return CanonicalForm.of(call) + indices;
    }

    /** For people. */
    String text() {
        return ExpressionText.of(call) + (indices.isEmpty() ? "" : " at " + indices);
    }
}

package gradlab.analysis.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Typesets layers that are built of others. */
final class MathLayers {

    private final MathMl math;

    MathLayers(MathMl math) {
        this.math = math;
    }

    /** The identity plus a step times a layer. */
    MathPiece residual(List<Expression> arguments) {
        String step = arguments.size() == 1
                ? ""
                : math.piece(arguments.get(1)).behindOperator(MathPiece.MULTIPLY) + MathMarkup.operator("·");
        String layer = math.piece(arguments.get(0)).behindOperator(MathPiece.MULTIPLY + 1);
        return MathPiece.of(MathMarkup.identifier("id") + MathMarkup.operator("+") + step + layer, MathPiece.ADD);
    }

    MathPiece repeated(Expression layer, String times) {
        return MathOperators.power(math.piece(layer), MathMarkup.prefix("∘") + times);
    }

    /** Layers after one another, written as functions are: the first applied stands last. */
    MathPiece composed(List<Expression> arguments) {
        List<String> parts = new ArrayList<>();
        for (Expression layer : arguments) {
            parts.add(math.piece(layer).behindOperator(MathPiece.MULTIPLY + 1));
        }
        Collections.reverse(parts);
        return MathPiece.of(String.join(MathMarkup.operator("∘"), parts), MathPiece.MULTIPLY);
    }
}

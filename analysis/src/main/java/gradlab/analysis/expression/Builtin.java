package gradlab.analysis.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A built-in function.
 *
 * @param name as it is called
 * @param signatures what it takes and gives
 * @param implementation what it does
 */
record Builtin(String name, List<Signature> signatures, Implementation implementation) {

    /** What a built-in does in any arithmetic. */
    interface Implementation {
        <N> Value<N> apply(Arguments<N> arguments);
    }

    static Builtin of(String name, String signatures, Implementation implementation) {
        return new Builtin(name, Signature.parse(signatures), implementation);
    }

    /** A function whose arguments the evaluator itself looks at. */
    static Builtin ofEvaluator(String name, String signatures) {
        return new Builtin(name, Signature.parse(signatures), Unused.ONLY);
    }

    private enum Unused implements Implementation {
        ONLY;

        @Override
        public <N> Value<N> apply(Arguments<N> arguments) {
            throw new IllegalStateException("the evaluator must look at the arguments itself");
        }
    }

    String expectation() {
        return signatures.stream().map(s -> name + s.description()).collect(Collectors.joining(" or "));
    }
}

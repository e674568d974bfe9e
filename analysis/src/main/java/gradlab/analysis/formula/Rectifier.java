package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import java.util.Optional;

/**
 * Leaky rectifier: x above 0, a x below; relu for a = 0. At 0 it has no slope (unless a = 1).
 *
 * @param leak the slope a below 0
 * @param <N> the numbers
 */
public record Rectifier<N>(N leak) implements ElementwiseFormula.Activation<N> {

    @Override
    public N value(Arithmetic<N> numbers, N x) {
        return switch (numbers.lessOrEqual(numbers.zero(), x)) {
            case TRUE -> x;
            case FALSE -> numbers.multiply(leak, x);
            case UNDECIDED, UNDEFINED -> bothSides(numbers, x);
        };
    }

    private N bothSides(Arithmetic<N> numbers, N x) {
        N positive = numbers.max(x, numbers.zero());
        N negative = numbers.min(x, numbers.zero());
        return numbers.add(positive, numbers.multiply(leak, negative));
    }

    @Override
    public N slope(Arithmetic<N> numbers, N x) {
        if (numbers.equal(leak, numbers.one()) == Truth.TRUE) {
            return leak;
        }
        if (numbers.less(numbers.zero(), x) == Truth.TRUE) {
            return numbers.one();
        }
        if (numbers.less(x, numbers.zero()) == Truth.TRUE) {
            return leak;
        }
        Optional<N> step = numbers.step(x);
        if (step.isPresent()) {
            return numbers.add(leak, numbers.multiply(numbers.subtract(numbers.one(), leak), step.get()));
        }
        throw numbers.isZero(x) == Truth.TRUE
                ? NoValueException.undefined("derivative of a rectifier at its kink")
                : NoValueException.undecided("a rectifier's input may be 0");
    }
}

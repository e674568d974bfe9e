package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.BinaryFunction;
import gradlab.analysis.tensor.Choices;
import gradlab.analysis.tensor.Exponentiation;
import gradlab.analysis.tensor.Pairs;
import gradlab.analysis.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/** Functions of pairs of entries, stretched to each other, and of any number of tensors. */
final class PairOperators {
    private PairOperators() {}

    /** One function, for real and for whole numbers. */
    private record Pairwise(BinaryFunction real, Function<IntegerTensor, LongBinaryOperator> whole)
            implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            Value<T> result = call.value(0);
            for (Value<T> next : call.values().subList(1, call.values().size())) {
                result = pair(call, result, next);
            }
            return List.of(result);
        }

        private <T> Value<T> pair(Call<T> call, Value<T> a, Value<T> b) {
            if (a.isReal() || b.isReal()) {
                return new Value.Real<>(call.algebra().combine(real, a.real(call.algebra()), b.real(call.algebra())));
            }
            return new Value.Whole<>(a.whole().combine(a.whole().type(), b.whole(), whole.apply(a.whole())));
        }
    }

    static void addTo(Map<String, Operator> table) {
        table.put("Add", new Pairwise(Pairs.ADD, t -> Long::sum));
        table.put("Sub", new Pairwise(Pairs.SUBTRACT, t -> (a, b) -> a - b));
        table.put("Mul", new Pairwise(Pairs.MULTIPLY, t -> (a, b) -> a * b));
        table.put("Div", new Pairwise(Pairs.DIVIDE, t -> PairOperators::quotient));
        table.put("Pow", PairOperators::pow);
        table.put("Sum", new Pairwise(Pairs.ADD, t -> Long::sum));
        table.put("Max", new Pairwise(Choices.MAXIMUM, PairOperators::largest));
        table.put("Min", new Pairwise(Choices.MINIMUM, PairOperators::smallest));
        table.put("Mean", PairOperators::mean);
        table.put("Mod", PairOperators::mod);
    }

    static LongBinaryOperator largest(IntegerTensor tensor) {
        return (a, b) -> tensor.compare(a, b) >= 0 ? a : b;
    }

    static LongBinaryOperator smallest(IntegerTensor tensor) {
        return (a, b) -> tensor.compare(a, b) <= 0 ? a : b;
    }

    private static long quotient(long a, long b) {
        return a / nonzero(b);
    }

    private static long nonzero(long b) {
        if (b == 0) {
            throw new ShapeException("a division of whole numbers by zero", "a divisor");
        }
        return b;
    }

    private static long power(long a, long b) {
        if (b < 0) {
            throw new ShapeException("a whole number to the power " + b, "a power of at least 0");
        }
        long power = 1;
        long square = a;
        for (long rest = b; rest > 0; rest >>= 1) {
            power *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return power;
    }

    /** The result is of the base's kind. */
    private static <T> List<Value<T>> pow(Call<T> call) {
        List<Value<T>> result = new Pairwise(Exponentiation.POWER, t -> PairOperators::power).apply(call);
        return call.value(0).isReal()
                ? result
                : List.of(GenerationOperators.cast(
                        call, result.get(0), call.whole(0).type()));
    }

    private static <T> List<Value<T>> mean(Call<T> call) {
        T sum = call.real(0);
        for (int i = 1; i < call.inputs().size(); i++) {
            sum = call.math().add(sum, call.real(i));
        }
        return Call.one(call.math().divide(sum, call.math().number(call.inputs().size())));
    }

    /** a - q b, where the whole number q is a constant: rounded towards 0 with {@code fmod}, else down. */
    private static <T> List<Value<T>> mod(Call<T> call) {
        boolean truncated = call.integer("fmod", 0) == 1;
        if (!call.value(0).isReal()) {
            IntegerTensor a = call.whole(0);
            return Call.one(a.combine(
                    a.type(), call.whole(1), (x, y) -> truncated ? x % nonzero(y) : Math.floorMod(x, nonzero(y))));
        }
        T a = call.real(0);
        T b = call.real(1);
        Shape shape = call.shape(0).broadcast(call.shape(1));
        double[] left = call.algebra().approximate(call.math().stretch(a, shape));
        double[] right = call.algebra().approximate(call.math().stretch(b, shape));
        double[] q = new double[left.length];
        for (int i = 0; i < q.length; i++) {
            double rest = left[i] % right[i];
            boolean other = !truncated && rest != 0 && (rest < 0) != (right[i] < 0);
            q[i] = StrictMath.rint((left[i] - rest) / right[i]) - (other ? 1 : 0);
        }
        return Call.one(call.math()
                .subtract(a, call.math().multiply(call.algebra().constant(shape, q), b)));
    }
}

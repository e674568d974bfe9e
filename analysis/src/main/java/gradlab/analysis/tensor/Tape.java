package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.exact.Binary64;
import gradlab.analysis.operator.LinearOperator;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * Tensors in binary64, computed at once, in fixed order and with {@link StrictMath}, so that every machine gives the same
 * bits. What depends on a declared {@link #input} is recorded; derivatives then go through the record in both directions
 * ({@link #push}, {@link #pull}, {@link #jacobian}) any number of times without computing a value again. What depends on
 * no input leaves no trace.
 *
 * <p>Recording is for one thread; a tape that is recorded on no more may be used by several. Kept are, an operation, the
 * slopes or the other factor, and never a tangent between two uses.
 */
public final class Tape implements TensorAlgebra<Tape.Variable> {
    private final Trace trace = new Trace();
    private boolean differentiable = true;

    /** A tensor of numbers, and its number on the tape that it belongs to. */
    public static final class Variable {
        private final Shape shape;
        private final double[] values;
        private final int number;

        private Variable(Shape shape, double[] values, int number) {
            this.shape = shape;
            this.values = values;
            this.number = number;
        }

        /** The shape. */
        public Shape shape() {
            return shape;
        }

        /** The entries in a new array, the last axis fastest. */
        public double[] values() {
            return values.clone();
        }

        /** Whether it depends on no input of its tape. */
        public boolean isConstant() {
            return number == Trace.CONSTANT;
        }
    }

    /** A tensor by which derivatives may be asked for; the array is copied. */
    public Variable input(Shape shape, double... entries) {
        return new Variable(shape, fitting(shape, entries).clone(), trace.input(entries.length));
    }

    /** {@link #input} that keeps the array itself: nobody may write to it any more. */
    public Variable inputHolding(Shape shape, double[] entries) {
        return new Variable(shape, fitting(shape, entries), trace.input(entries.length));
    }

    /** A constant that keeps the array itself, for large weights: nobody may write to it any more. */
    public static Variable holding(Shape shape, double[] entries) {
        return new Variable(shape, fitting(shape, entries), Trace.CONSTANT);
    }

    private static double[] fitting(Shape shape, double[] entries) {
        if (shape.size() != entries.length) {
            throw new ShapeException(entries.length + " entries for shape " + shape, shape.size() + " entries");
        }
        return entries;
    }

    /**
     * Whether no recorded operation met a kink, a jump or a tie. Otherwise the derivatives follow the conventions of the
     * functions there.
     */
    public boolean differentiable() {
        return differentiable;
    }

    /**
     * The tangents of the outputs that come of tangents at the inputs: J t.
     *
     * @param inputs declared inputs, or recorded tensors that are then taken for independent
     * @param tangents one array an input, entries as in its values
     * @param outputs any tensors of this tape
     */
    public List<double[]> push(List<Variable> inputs, List<double[]> tangents, List<Variable> outputs) {
        check("tangents", inputs, tangents);
        return filled(between(inputs, outputs).push(tangents), outputs);
    }

    /** The cotangents of the inputs that come of cotangents at the outputs: J' t, arguments as for {@link #push}. */
    public List<double[]> pull(List<Variable> outputs, List<double[]> cotangents, List<Variable> inputs) {
        check("cotangents", outputs, cotangents);
        return filled(between(inputs, outputs).pull(cotangents), inputs);
    }

    /** The Jacobian of one tensor by another; each product costs about as much as the values. */
    public LinearOperator jacobian(Variable output, Variable input) {
        return new TapeJacobian(between(List.of(input), List.of(output)), output.values.length, input.values.length);
    }

    private Passage between(List<Variable> inputs, List<Variable> outputs) {
        for (Variable input : inputs) {
            if (input.isConstant()) {
                throw new IllegalArgumentException("inputs must be recorded on the tape, one was constant");
            }
        }
        return trace.between(numbers(inputs), numbers(outputs));
    }

    private static List<Integer> numbers(List<Variable> variables) {
        return variables.stream().map(v -> v.number).toList();
    }

    private static void check(String name, List<Variable> variables, List<double[]> arrays) {
        if (variables.size() != arrays.size()) {
            throw new IllegalArgumentException(
                    name + " must be one array a tensor, " + variables.size() + ", were " + arrays.size());
        }
        for (int i = 0; i < arrays.size(); i++) {
            if (arrays.get(i).length != variables.get(i).values.length) {
                throw new IllegalArgumentException(name + "[" + i + "] must have length "
                        + variables.get(i).values.length + ", had " + arrays.get(i).length);
            }
        }
    }

    /** Zeros where a result is missing. */
    private static List<double[]> filled(List<double[]> results, List<Variable> variables) {
        List<double[]> filled = new ArrayList<>(results);
        for (int i = 0; i < filled.size(); i++) {
            int size = variables.get(i).values.length;
            filled.set(i, filled.get(i).length == size ? filled.get(i) : new double[size]);
        }
        return filled;
    }

    @Override
    public Shape shape(Variable a) {
        return a.shape;
    }

    @Override
    public Variable constant(Shape shape, double... entries) {
        return holding(shape, entries.clone());
    }

    @Override
    public Variable number(BigFraction value) {
        return holding(Shape.of(), new double[] {Binary64.near(value)});
    }

    @Override
    public Variable reshape(Variable a, Shape shape) {
        return new Variable(shape, fitting(shape, a.values), a.number);
    }

    @Override
    public Variable select(List<Variable> sources, Selection selection) {
        double[] values = new double[selection.size()];
        for (int e = 0; e < values.length; e++) {
            if (selection.index(e) >= 0) {
                values[e] = sources.get(selection.source(e)).values[selection.index(e)];
            }
        }
        return recorded(selection.shape(), values, sources, new Selecting(selection));
    }

    @Override
    public Variable map(UnaryFunction f, Variable a) {
        double[] values = new double[a.values.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = f.value(a.values[e]);
        }
        if (a.isConstant()) {
            return holding(a.shape, values);
        }
        double[] slopes = new double[values.length];
        for (int e = 0; e < slopes.length; e++) {
            slopes[e] = f.slope(a.values[e]);
            differentiable &= !f.kink(a.values[e]);
        }
        return recorded(a.shape, values, List.of(a), new Slopes.OfOne(new Slopes(1, slopes, null, null)));
    }

    @Override
    public Variable combine(BinaryFunction f, Variable a, Variable b) {
        Combination combination = Combination.of(f, a.shape, a.values, b.shape, b.values);
        if (a.isConstant() && b.isConstant()) {
            return holding(combination.shape(), combination.values());
        }
        differentiable &= !combination.kink();
        return recorded(
                combination.shape(),
                combination.values(),
                List.of(a, b),
                combination.derivative(!a.isConstant(), !b.isConstant()));
    }

    @Override
    public Variable matMul(Variable a, Variable b) {
        return product(StackedProducts.of(a.shape, b.shape, false), a, b);
    }

    @Override
    public Variable timesTransposed(Variable a, Variable b) {
        return product(StackedProducts.of(a.shape, b.shape, true), a, b);
    }

    private Variable product(StackedProducts products, Variable a, Variable b) {
        double[] values = new double[products.shape().size()];
        products.add(a.values, b.values, values);
        return recorded(
                products.shape(),
                values,
                List.of(a, b),
                products.at(b.isConstant() ? null : a.values, a.isConstant() ? null : b.values));
    }

    @Override
    public Variable sum(Variable a, int... axes) {
        Reduction groups = Reduction.of(a.shape, axes);
        return recorded(groups.reduced(), groups.sums(a.values), List.of(a), new Reduction.Summing(groups));
    }

    @Override
    public Variable max(Variable a, int... axes) {
        Peak peak = Peak.of(Reduction.of(a.shape, axes), a.values);
        differentiable &= a.isConstant() || !peak.tied();
        return select(List.of(a), peak.first());
    }

    @Override
    public Variable softmax(Variable a, int axis) {
        Reduction groups = Reduction.of(a.shape, axis);
        double[] p = Exponents.softmax(a.values, groups);
        return recorded(a.shape, p, List.of(a), new Exponents.OfSoftmax(new Exponents.Probabilities(p, groups)));
    }

    @Override
    public Variable logSoftmax(Variable a, int axis) {
        Reduction groups = Reduction.of(a.shape, axis);
        double[] values = Exponents.logSoftmax(a.values, groups);
        double[] p = a.isConstant() ? values : Exponents.softmax(a.values, groups);
        return recorded(
                a.shape, values, List.of(a), new Exponents.OfLogSoftmax(new Exponents.Probabilities(p, groups)));
    }

    @Override
    public Variable normalise(Variable a, Variable epsilon, int... axes) {
        if (epsilon.values.length != 1) {
            throw new ShapeException("an epsilon of shape " + epsilon.shape, "a number");
        }
        Normalisation normalisation = Normalisation.of(a.values, Reduction.of(a.shape, axes), epsilon.values[0]);
        return recorded(a.shape, normalisation.values(), List.of(a, epsilon), normalisation);
    }

    private Variable recorded(Shape shape, double[] values, List<Variable> operands, Derivative derivative) {
        boolean constant = operands.stream().allMatch(Variable::isConstant);
        int number = constant ? Trace.CONSTANT : trace.add(numbers(operands), derivative, values.length);
        return new Variable(shape, values, number);
    }

    @Override
    public boolean[] less(Variable a, Variable b) {
        return compared(a, b, (x, y) -> x < y);
    }

    @Override
    public boolean[] equal(Variable a, Variable b) {
        return compared(a, b, (x, y) -> x == y);
    }

    private interface Comparison {
        boolean of(double a, double b);
    }

    private static boolean[] compared(Variable a, Variable b, Comparison comparison) {
        Shape shape = a.shape.broadcast(b.shape);
        Selection left = Rearranging.stretch(a.shape, shape);
        Selection right = Rearranging.stretch(b.shape, shape);
        boolean[] result = new boolean[shape.size()];
        for (int e = 0; e < result.length; e++) {
            result[e] = comparison.of(a.values[left.index(e)], b.values[right.index(e)]);
        }
        return result;
    }

    @Override
    public double[] approximate(Variable a) {
        return a.values.clone();
    }
}

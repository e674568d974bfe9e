package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The primitives over any arithmetic, on values and tangents: what becomes of some directions at a point. In intervals
 * the results hold for every point of a box.
 *
 * <p>A derivative at a kink or a tie is undefined, near one (in intervals) undecided; the values there are given all the
 * same. Tensors that do not depend on the point carry no tangents, and nothing is differentiated by them.
 *
 * @param <N> the numbers
 */
public final class Jets<N> implements TensorAlgebra<Jets.Tensor<N>> {
    private static final long MOST_TANGENTS = 1L << 24;

    private final Arithmetic<N> numbers;
    private final int columns;

    /** Over an arithmetic, with so many tangents at each point. */
    public Jets(Arithmetic<N> numbers, int columns) {
        this.numbers = numbers;
        this.columns = columns;
    }

    /**
     * A tensor and its tangents.
     *
     * @param shape the lengths along its axes
     * @param values its entries, the last axis fastest; nobody writes to the list any more
     * @param tangents entry by entry the changes along each direction, or empty if it is constant
     * @param <N> the numbers
     */
    public record Tensor<N>(Shape shape, List<N> values, Optional<List<N>> tangents) {
        /** A tensor that does not depend on the point. */
        public static <N> Tensor<N> constant(Shape shape, List<N> values) {
            return new Tensor<>(shape, values, Optional.empty());
        }

        /** Checks the number of entries. */
        public Tensor {
            if (values.size() != shape.size()) {
                throw new ShapeException(values.size() + " entries for shape " + shape, shape.size() + " entries");
            }
        }
    }

    @Override
    public Shape shape(Tensor<N> a) {
        return a.shape;
    }

    @Override
    public Tensor<N> constant(Shape shape, double... entries) {
        return Tensor.constant(
                shape, Arrays.stream(entries).mapToObj(numbers::ofDouble).toList());
    }

    @Override
    public Tensor<N> number(BigFraction value) {
        return Tensor.constant(Shape.of(), List.of(numbers.of(value)));
    }

    @Override
    public Tensor<N> reshape(Tensor<N> a, Shape shape) {
        return new Tensor<>(shape, a.values, a.tangents);
    }

    @Override
    public Tensor<N> select(List<Tensor<N>> sources, Selection selection) {
        N zero = numbers.zero();
        List<N> values = new ArrayList<>(selection.size());
        for (int e = 0; e < selection.size(); e++) {
            int from = selection.index(e);
            values.add(from < 0 ? zero : sources.get(selection.source(e)).values.get(from));
        }
        boolean constant = sources.stream().allMatch(s -> s.tangents.isEmpty());
        return result(selection.shape(), values, constant, tangents -> {
            for (int e = 0; e < selection.size(); e++) {
                int from = selection.index(e);
                Optional<List<N>> source = from < 0 ? Optional.empty() : sources.get(selection.source(e)).tangents;
                tangents.addAll(source.map(t -> row(t, from)).orElseGet(this::zeros));
            }
        });
    }

    @Override
    public Tensor<N> map(UnaryFunction f, Tensor<N> a) {
        List<N> values = new ArrayList<>(a.values.size());
        a.values.forEach(x -> values.add(f.value(numbers, x)));
        return result(a.shape, values, a.tangents.isEmpty(), tangents -> {
            for (int e = 0; e < values.size(); e++) {
                N slope = f.slope(numbers, a.values.get(e));
                row(a.tangents.orElseThrow(), e).forEach(t -> tangents.add(numbers.multiply(slope, t)));
            }
        });
    }

    @Override
    public Tensor<N> combine(BinaryFunction f, Tensor<N> a, Tensor<N> b) {
        Shape shape = a.shape.broadcast(b.shape);
        int[] left = new Broadcast(a.shape, shape).sources();
        int[] right = new Broadcast(b.shape, shape).sources();
        List<N> values = new ArrayList<>(left.length);
        for (int e = 0; e < left.length; e++) {
            values.add(f.value(numbers, a.values.get(left[e]), b.values.get(right[e])));
        }
        boolean constant = a.tangents.isEmpty() && b.tangents.isEmpty();
        return result(shape, values, constant, tangents -> {
            for (int e = 0; e < left.length; e++) {
                N x = a.values.get(left[e]);
                N y = b.values.get(right[e]);
                List<N> sum = a.tangents.isEmpty()
                        ? List.of()
                        : scaled(f.slopeLeft(numbers, x, y), row(a.tangents.get(), left[e]));
                tangents.addAll(
                        b.tangents.isEmpty()
                                ? sum
                                : added(sum, scaled(f.slopeRight(numbers, x, y), row(b.tangents.get(), right[e]))));
            }
        });
    }

    @Override
    public Tensor<N> matMul(Tensor<N> a, Tensor<N> b) {
        MatrixProducts places = MatrixProducts.of(a.shape, b.shape);
        List<N> values = new ArrayList<>(places.shape().size());
        places.each((left, right) -> values.add(sum(
                places.inner(),
                numbers.zero(),
                k -> numbers.multiply(a.values.get(left.at(k)), b.values.get(right.at(k))))));
        boolean constant = a.tangents.isEmpty() && b.tangents.isEmpty();
        return result(
                places.shape(),
                values,
                constant,
                tangents -> places.each((left, right) -> IntStream.range(0, columns)
                        .forEach(c -> tangents.add(changed(a, b, left, right, places.inner(), c)))));
    }

    /** How an entry of a product changes in a direction: by the factor on the left, then by the one on the right. */
    private N changed(Tensor<N> a, Tensor<N> b, MatrixProducts.Line left, MatrixProducts.Line right, int inner, int c) {
        N sum = numbers.zero();
        if (a.tangents.isPresent()) {
            List<N> t = a.tangents.get();
            sum = sum(inner, sum, k -> numbers.multiply(t.get(left.at(k) * columns + c), b.values.get(right.at(k))));
        }
        if (b.tangents.isPresent()) {
            List<N> t = b.tangents.get();
            sum = sum(inner, sum, k -> numbers.multiply(a.values.get(left.at(k)), t.get(right.at(k) * columns + c)));
        }
        return sum;
    }

    /** What is added up. */
    private interface Summand<N> {
        N at(int k);
    }

    private N sum(int count, N from, Summand<N> summand) {
        N sum = from;
        for (int k = 0; k < count; k++) {
            sum = numbers.add(sum, summand.at(k));
        }
        return sum;
    }

    @Override
    public Tensor<N> sum(Tensor<N> a, int... axes) {
        Groups groups = Groups.of(a.shape, axes);
        List<N> values = new ArrayList<>(groups.count());
        for (int g = 0; g < groups.count(); g++) {
            int[] members = groups.members(g);
            values.add(sum(members.length, numbers.zero(), k -> a.values.get(members[k])));
        }
        return result(groups.reduced(), values, a.tangents.isEmpty(), tangents -> {
            for (int g = 0; g < groups.count(); g++) {
                List<N> sum = zeros();
                for (int member : groups.members(g)) {
                    sum = added(sum, row(a.tangents.orElseThrow(), member));
                }
                tangents.addAll(sum);
            }
        });
    }

    @Override
    public Tensor<N> max(Tensor<N> a, int... axes) {
        Groups groups = Groups.of(a.shape, axes);
        Largest<N> largest = new Largest<>(numbers);
        List<N> values = new ArrayList<>(groups.count());
        for (int g = 0; g < groups.count(); g++) {
            values.add(largest.value(a.values, groups.members(g)));
        }
        return result(groups.reduced(), values, a.tangents.isEmpty(), tangents -> {
            for (int g = 0; g < groups.count(); g++) {
                tangents.addAll(row(a.tangents.orElseThrow(), largest.place(a.values, groups.members(g))));
            }
        });
    }

    @Override
    public Tensor<N> softmax(Tensor<N> a, int axis) {
        return new GroupJets<>(numbers, columns).of(a, new Exponentiated<>(numbers, false), axis);
    }

    @Override
    public Tensor<N> logSoftmax(Tensor<N> a, int axis) {
        return new GroupJets<>(numbers, columns).of(a, new Exponentiated<>(numbers, true), axis);
    }

    @Override
    public Tensor<N> normalise(Tensor<N> a, Tensor<N> epsilon, int... axes) {
        if (epsilon.values.size() != 1 || epsilon.tangents.isPresent()) {
            throw new ShapeException("an epsilon of shape " + epsilon.shape, "one constant number");
        }
        return new GroupJets<>(numbers, columns).of(a, new Standardised<>(numbers, epsilon.values.get(0)), axes);
    }

    @Override
    public boolean[] less(Tensor<N> a, Tensor<N> b) {
        return Comparison.entries(a, b, numbers::less);
    }

    @Override
    public boolean[] equal(Tensor<N> a, Tensor<N> b) {
        return Comparison.entries(a, b, numbers::equal);
    }

    @Override
    public double[] approximate(Tensor<N> a) {
        return a.values.stream().mapToDouble(numbers::approximate).toArray();
    }

    /** Adds the tangents of a result, entry by entry. */
    private interface Pushing<N> {
        void into(List<N> tangents);
    }

    private Tensor<N> result(Shape shape, List<N> values, boolean constant, Pushing<N> pushing) {
        if (constant) {
            return Tensor.constant(shape, values);
        }
        long size = (long) shape.size() * columns;
        if (size > MOST_TANGENTS) {
            throw new ShapeException(
                    columns + " tangents of a tensor of shape " + shape, "at most " + MOST_TANGENTS + " entries");
        }
        List<N> tangents = new ArrayList<>((int) size);
        pushing.into(tangents);
        return new Tensor<>(shape, values, Optional.of(tangents));
    }

    private List<N> row(List<N> tangents, int entry) {
        return tangents.subList(entry * columns, (entry + 1) * columns);
    }

    private List<N> zeros() {
        return Collections.nCopies(columns, numbers.zero());
    }

    private List<N> scaled(N factor, List<N> row) {
        List<N> scaled = new ArrayList<>(columns);
        row.forEach(t -> scaled.add(numbers.multiply(factor, t)));
        return scaled;
    }

    private List<N> added(List<N> a, List<N> b) {
        if (a.isEmpty()) {
            return b;
        }
        List<N> sum = new ArrayList<>(columns);
        for (int c = 0; c < columns; c++) {
            sum.add(numbers.add(a.get(c), b.get(c)));
        }
        return sum;
    }
}

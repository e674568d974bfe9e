package gradlab.verification.recheck;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A number and, where derivatives are wanted, its changes along some directions.
 *
 * @param value the number
 * @param changes along each direction
 */
record Dual(Num value, Optional<List<Num>> changes) {
    /** The entries of a vector. */
    static List<Dual> of(Layer.Jet x) {
        return IntStream.range(0, x.value().rows)
                .mapToObj(i -> new Dual(
                        x.value().get(i, 0),
                        x.tangents()
                                .map(t -> IntStream.range(0, t.columns)
                                        .mapToObj(j -> t.get(i, j))
                                        .toList())))
                .toList();
    }

    /** The vector with these entries, with tangents where the given one has them. */
    static Layer.Jet join(Layer.Jet from, List<Dual> entries) {
        Mat value = Mat.of(entries.size(), 1, (i, j) -> entries.get(i).value);
        return from.to(
                value,
                t -> Mat.of(
                        entries.size(),
                        t.columns,
                        (i, j) -> entries.get(i).changes.orElseThrow().get(j)));
    }

    /** This number with these changes, asked for only if changes are wanted. */
    private Dual with(Num result, Changes rule) {
        return new Dual(
                result,
                changes.map(
                        c -> IntStream.range(0, c.size()).mapToObj(rule::along).toList()));
    }

    /** A change along direction k. */
    private interface Changes {
        Num along(int k);
    }

    private Num change(int k) {
        return changes.orElseThrow().get(k);
    }

    Dual add(Dual other) {
        return with(value.add(other.value), k -> change(k).add(other.change(k)));
    }

    Dual add(Num constant) {
        return new Dual(value.add(constant), changes);
    }

    Dual times(Num factor) {
        return with(value.multiply(factor), k -> change(k).multiply(factor));
    }

    Dual times(Dual other) {
        return with(
                value.multiply(other.value),
                k -> change(k).multiply(other.value).add(other.change(k).multiply(value)));
    }

    /** A function with this slope. */
    Dual through(UnaryOperator<Num> f, UnaryOperator<Num> slope) {
        Optional<Num> steepness = changes.map(c -> slope.apply(value));
        return with(f.apply(value), k -> change(k).multiply(steepness.orElseThrow()));
    }

    Dual tanh() {
        return through(Series::tanh, Layer::tanhSlope);
    }

    Dual sigmoid() {
        return through(Series::sigmoid, Layer::sigmoidSlope);
    }

    /** Row i of a matrix times a vector. */
    static Dual row(Mat w, int i, List<Dual> x) {
        RecheckException.require(w.columns == x.size() && !x.isEmpty(), "as many inputs as columns");
        return IntStream.range(0, x.size())
                .mapToObj(j -> x.get(j).times(w.get(i, j)))
                .reduce(Dual::add)
                .orElseThrow();
    }
}

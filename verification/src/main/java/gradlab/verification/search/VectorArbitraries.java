package gradlab.verification.search;

import gradlab.verification.domain.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/** Vectors: of one scale, of mixed scales, constant, nearly constant, sparse; on the sphere and in the simplex. */
final class VectorArbitraries {

    private VectorArbitraries() {}

    /** Vectors whose entries lie within bounds, or any. */
    static Arbitrary<List<BigFraction>> within(int n, Optional<Bounds> bounds) {
        if (bounds.isEmpty()) {
            return any(n);
        }
        Arbitrary<BigFraction> entry = NumberArbitraries.within(bounds);
        return Arbitraries.frequencyOf(
                Tuple.of(6, entry.list().ofSize(n)),
                Tuple.of(1, entry.map(x -> Collections.nCopies(n, x))),
                Tuple.of(2, any(n).map(x -> each(x, bounds.get()::clamp))));
    }

    /** Any vectors. */
    static Arbitrary<List<BigFraction>> any(int n) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, ofOneScale(n)),
                Tuple.of(2, NumberArbitraries.any().list().ofSize(n)),
                Tuple.of(1, NumberArbitraries.smallIntegers().list().ofSize(n)),
                Tuple.of(1, NumberArbitraries.any().map(x -> Collections.nCopies(n, x))),
                Tuple.of(1, nearlyConstant(n)),
                Tuple.of(1, sparse(n)));
    }

    /** Entries of about one size. */
    static Arbitrary<List<BigFraction>> ofOneScale(int n) {
        return Combinators.combine(NumberArbitraries.fractions().list().ofSize(n), NumberArbitraries.scales())
                .as((x, s) -> each(x, e -> NumberArbitraries.rounded(e.multiply(s))));
    }

    private static Arbitrary<List<BigFraction>> nearlyConstant(int n) {
        Arbitrary<BigFraction> tiny =
                NumberArbitraries.evenly(-40, -1).map(k -> NumberArbitraries.dyadic(1, k.intValue()));
        return Combinators.combine(
                        NumberArbitraries.smallIntegers(),
                        NumberArbitraries.fractions().list().ofSize(n),
                        tiny)
                .as((c, x, s) -> each(x, e -> NumberArbitraries.rounded(c.add(e.multiply(s)))));
    }

    private static Arbitrary<List<BigFraction>> sparse(int n) {
        Arbitrary<BigFraction> entry = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(BigFraction.ZERO)), Tuple.of(1, NumberArbitraries.any()));
        return entry.list().ofSize(n);
    }

    /** Unit vectors with rational entries, by the stereographic projection of rational points. */
    static Arbitrary<List<BigFraction>> unit(int n) {
        Arbitrary<BigFraction> coordinate = Combinators.combine(
                        NumberArbitraries.integers(-64, 64), NumberArbitraries.integers(1, 16))
                .as((p, q) -> new BigFraction(p, q));
        BiFunction<List<BigFraction>, Boolean, List<BigFraction>> project = VectorArbitraries::stereographic;
        return Combinators.combine(coordinate.list().ofSize(n - 1), Arbitraries.of(true, false))
                .as(project::apply);
    }

    /** (2t, |t|^2 - 1)/(|t|^2 + 1), or its negative: a point of the sphere, exactly. */
    private static List<BigFraction> stereographic(List<BigFraction> t, boolean negative) {
        BigFraction square = t.stream().map(e -> e.multiply(e)).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction scale = square.add(BigFraction.ONE).reciprocal();
        List<BigFraction> x = new ArrayList<>(each(t, e -> e.multiply(2).multiply(scale)));
        x.add(square.subtract(BigFraction.ONE).multiply(scale));
        return negative ? each(x, BigFraction::negate) : x;
    }

    /** Vectors without negative entries whose sum is 1, exactly. */
    static Arbitrary<List<BigFraction>> simplex(int n) {
        Arbitrary<Integer> weight = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(2, NumberArbitraries.integers(0, 10)),
                Tuple.of(2, NumberArbitraries.integers(0, 1_000_000)));
        return weight.list().ofSize(n).map(VectorArbitraries::normalised);
    }

    private static List<BigFraction> normalised(List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        List<BigFraction> p = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            p.add(sum == 0 ? new BigFraction(i == 0 ? 1 : 0) : new BigFraction(weights.get(i), sum));
        }
        return p;
    }

    static List<BigFraction> each(List<BigFraction> x, java.util.function.UnaryOperator<BigFraction> function) {
        return x.stream().map(function).toList();
    }
}

package gradlab.analysis.arithmetic;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/** Rationals and roots of rationals of many sizes, ties and near ties among them. */
final class RealNumbers {
    private static final RealArithmetic NUMBERS = new RealArithmetic();

    private RealNumbers() {}

    static Arbitrary<BigFraction> rationals() {
        Arbitrary<BigFraction> small = Combinators.combine(
                        Arbitraries.integers().between(-12, 12),
                        Arbitraries.integers().between(1, 12))
                .as((p, q) -> new BigFraction(p, q));
        Arbitrary<BigFraction> any = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as((p, q) -> new BigFraction(p, q));
        Arbitrary<BigFraction> scale = Arbitraries.integers().between(-400, 400).map(k -> new BigFraction(10).pow(k));
        Arbitrary<BigFraction> scaled = Combinators.combine(any, scale).as(BigFraction::multiply);
        return Arbitraries.frequencyOf(Tuple.of(4, small), Tuple.of(2, any), Tuple.of(1, scaled));
    }

    static Arbitrary<Real> reals() {
        Arbitrary<Real> rational = rationals().map(NUMBERS::of);
        Arbitrary<Real> root = rationals().map(q -> NUMBERS.sqrt(NUMBERS.of(q.abs())));
        return Arbitraries.frequencyOf(
                Tuple.of(2, rational), Tuple.of(1, root), Tuple.of(1, root.map(NUMBERS::negate)));
    }
}

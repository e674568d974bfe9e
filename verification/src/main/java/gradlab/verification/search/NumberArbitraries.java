package gradlab.verification.search;

import gradlab.analysis.exact.Binary64;
import gradlab.verification.domain.Bounds;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/**
 * Numbers for real variables: layers of scales rather than one distribution, since the claims at hand fail at 0, at 1,
 * at ties, at tiny and at huge numbers. All of them shrink towards simple ones.
 */
final class NumberArbitraries {

    private static final long MANTISSA = 1L << 53;
    private static final List<Double> SPECIAL = List.of(
            0.0,
            1.0,
            -1.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.nextUp(1.0),
            Math.nextDown(1.0),
            1e16,
            -1e16,
            1e154,
            Double.MAX_VALUE,
            -Double.MAX_VALUE);

    private static final List<BigFraction> SPECIAL_FRACTIONS =
            SPECIAL.stream().map(Binary64::exact).toList();

    private NumberArbitraries() {}

    /** Numbers within bounds, or any. */
    static Arbitrary<BigFraction> within(Optional<Bounds> bounds) {
        return bounds.map(NumberArbitraries::bounded).orElseGet(NumberArbitraries::any);
    }

    /** Any number. */
    static Arbitrary<BigFraction> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, smallIntegers()),
                Tuple.of(3, dyadics()),
                Tuple.of(4, scaled(-73, -43)),
                Tuple.of(1, scaled(-1070, 970)),
                Tuple.of(1, Arbitraries.of(SPECIAL).map(Binary64::exact)));
    }

    /** Numbers of about one size: below 1 in magnitude. */
    static Arbitrary<BigFraction> fractions() {
        return evenly(-MANTISSA, MANTISSA).map(m -> dyadic(m, -53));
    }

    /** Small integers. */
    static Arbitrary<BigFraction> smallIntegers() {
        return integers(-10, 10).map(BigFraction::new);
    }

    /** Powers of two, for the scale of a whole vector or matrix. */
    static Arbitrary<BigFraction> scales() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, integers(-3, 5)),
                        Tuple.of(2, evenly(-40, 40).map(Long::intValue)),
                        Tuple.of(1, evenly(-500, 500).map(Long::intValue)))
                .map(k -> dyadic(1, k));
    }

    private static Arbitrary<BigFraction> dyadics() {
        return Combinators.combine(evenly(-4096, 4096), integers(0, 10)).as((m, k) -> dyadic(m, -k));
    }

    private static Arbitrary<BigFraction> scaled(int least, int most) {
        return Combinators.combine(evenly(-MANTISSA, MANTISSA), evenly(least, most))
                .as((m, k) -> dyadic(m, k.intValue()))
                .map(NumberArbitraries::rounded);
    }

    private static Arbitrary<BigFraction> bounded(Bounds bounds) {
        List<BigFraction> special = Stream.concat(Stream.of(bounds.low(), bounds.high()), SPECIAL_FRACTIONS.stream())
                .filter(bounds::contains)
                .distinct()
                .toList();
        BigFraction width = bounds.high().subtract(bounds.low());
        Arbitrary<BigFraction> uniform =
                evenly(0, MANTISSA).map(m -> bounds.clamp(rounded(bounds.low().add(width.multiply(dyadic(m, -53))))));
        Arbitrary<BigFraction> nearEnds = Combinators.combine(evenly(1, 60), Arbitraries.of(true, false))
                .as((k, low) -> {
                    BigFraction step = width.multiply(dyadic(1, -k.intValue()));
                    return bounds.clamp(
                            rounded(low ? bounds.low().add(step) : bounds.high().subtract(step)));
                });
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(special)),
                Tuple.of(2, smallIntegers().map(bounds::clamp)),
                Tuple.of(6, uniform),
                Tuple.of(1, nearEnds));
    }

    /** Integers with equal probabilities; jqwik would prefer those near 0, and so of 53-bit numbers the tiny ones. */
    static Arbitrary<Long> evenly(long least, long most) {
        return new Unremembered<>(
                Arbitraries.longs().between(least, most).withDistribution(RandomDistribution.uniform()));
    }

    /** Integers, preferably those near 0. */
    static Arbitrary<Integer> integers(int least, int most) {
        return new Unremembered<>(Arbitraries.integers().between(least, most));
    }

    /** m 2^k. */
    static BigFraction dyadic(long m, int k) {
        BigInteger mantissa = BigInteger.valueOf(m);
        return k >= 0
                ? new BigFraction(mantissa.shiftLeft(k))
                : new BigFraction(mantissa, BigInteger.ONE.shiftLeft(-k));
    }

    /** The nearest finite binary64 number. */
    static BigFraction rounded(BigFraction value) {
        return Binary64.exact(Binary64.near(value));
    }
}

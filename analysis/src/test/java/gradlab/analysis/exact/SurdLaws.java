package gradlab.analysis.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;

class SurdLaws {
    /** Radicands of this test reach 10^8 with coefficients of 12 digits: different values differ before 60 digits. */
    private static final MathContext DIGITS = new MathContext(60);

    /** Few radicands, so that equal square classes are common; 2036162 = 2 · 1009² is not simplified. */
    @Provide
    Arbitrary<Surd> surds() {
        Arbitrary<Long> numerators = Arbitraries.longs().between(-1_000_000, 1_000_000);
        Arbitrary<Long> denominators = Arbitraries.longs().between(1, 1_000_000);
        Arbitrary<Long> radicands = Arbitraries.of(1L, 2L, 3L, 6L, 1013L, 1009L * 1009 * 1013, 2L * 1009 * 1009);
        return Combinators.combine(numerators, denominators, radicands)
                .as((p, q, s) -> Surd.of(new BigFraction(p, q)).multiply(Surd.sqrt(new BigFraction(s))));
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    private static BigDecimal value(Surd x) {
        BigFraction square = x.square();
        BigDecimal quotient =
                new BigDecimal(square.getNumerator()).divide(new BigDecimal(square.getDenominator()), DIGITS);
        return quotient.sqrt(DIGITS).multiply(BigDecimal.valueOf(x.signum()));
    }

    @Property
    void productsCommuteAndAssociate(@ForAll("surds") Surd x, @ForAll("surds") Surd y, @ForAll("surds") Surd z) {
        assertThat(x.multiply(y)).isEqualTo(y.multiply(x));
        assertThat(x.multiply(y).multiply(z)).isEqualTo(x.multiply(y.multiply(z)));
        assertThat(x.multiply(y).signum()).isEqualTo(x.signum() * y.signum());
    }

    @Property
    void productsHaveTheProductOfTheValues(@ForAll("surds") Surd x, @ForAll("surds") Surd y) {
        BigDecimal expected = value(x).multiply(value(y));
        BigDecimal slack = expected.abs().movePointLeft(55);
        assertThat(value(x.multiply(y)).subtract(expected).abs()).isLessThanOrEqualTo(slack);
    }

    @Property
    void reciprocalsInvert(@ForAll("surds") Surd x) {
        Assume.that(x.signum() != 0);
        assertThat(x.multiply(x.reciprocal())).isEqualTo(Surd.ONE);
        assertThat(x.divide(x).isRational()).isTrue();
        assertThat(x.reciprocal().reciprocal()).isEqualTo(x);
    }

    @Property
    void sumsAreSumsOfValuesWhereDefined(@ForAll("surds") Surd x, @ForAll("surds") Surd y) {
        BigDecimal expected = value(x).add(value(y));
        BigDecimal slack = value(x).abs().add(value(y).abs()).movePointLeft(55);
        x.add(y)
                .ifPresent(
                        sum -> assertThat(value(sum).subtract(expected).abs()).isLessThanOrEqualTo(slack));
        assertThat(x.add(y)).isEqualTo(y.add(x));
        assertThat(x.subtract(x)).contains(Surd.ZERO);
    }

    @Property
    void sumsAreDefinedExactlyForRationalRatios(@ForAll("surds") Surd x, @ForAll("surds") Surd y) {
        boolean rationalRatio =
                x.signum() == 0 || y.signum() == 0 || x.divide(y).isRational();
        assertThat(x.add(y).isPresent()).isEqualTo(rationalRatio);
    }

    @Property
    void productsDistributeOverSums(@ForAll("surds") Surd x, @ForAll("surds") Surd y, @ForAll("surds") Surd z) {
        x.add(y).ifPresent(sum -> assertThat(x.multiply(z).add(y.multiply(z))).contains(sum.multiply(z)));
    }

    @Property
    void orderAndEqualityAreThoseOfTheValues(@ForAll("surds") Surd x, @ForAll("surds") Surd y) {
        int expected = value(x).round(new MathContext(50)).compareTo(value(y).round(new MathContext(50)));
        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(expected);
        assertThat(x.equals(y)).isEqualTo(expected == 0);
        assertThat(Integer.signum(y.compareTo(x))).isEqualTo(-expected);
    }

    @Property
    void theSameValueWrittenAnotherWayIsEqual(@ForAll("surds") Surd x) {
        Surd rewritten = Surd.sqrt(x.square()).multiply(Surd.of(x.signum()));
        assertThat(rewritten).isEqualTo(x).hasSameHashCodeAs(x);
    }

    @Property
    void wholeNumbersEnclose(@ForAll("surds") Surd x) {
        assertThat(Surd.of(new BigFraction(x.floor()))).isLessThanOrEqualTo(x);
        assertThat(Surd.of(new BigFraction(x.floor().add(BigInteger.ONE)))).isGreaterThan(x);
        assertThat(x.ceil()).isEqualTo(x.negate().floor().negate());
    }

    @Property
    void binaryBoundsAreTight(@ForAll("surds") Surd x, @ForAll("doubles") double scale) {
        Assume.that(scale != 0);
        Surd scaled = x.multiply(Surd.ofDouble(scale));
        double lower = scaled.lower();
        double upper = scaled.upper();
        assertThat(lower == Double.NEGATIVE_INFINITY || Surd.ofDouble(lower).compareTo(scaled) <= 0)
                .isTrue();
        assertThat(upper == Double.POSITIVE_INFINITY || Surd.ofDouble(upper).compareTo(scaled) >= 0)
                .isTrue();
        boolean exact = Double.isFinite(lower) && Surd.ofDouble(lower).equals(scaled);
        assertThat(upper).isEqualTo(exact ? lower : 0.0 + Math.nextUp(lower));
    }

    @Property
    void binaryNumbersAreExact(@ForAll("doubles") double x) {
        Surd exact = Surd.ofDouble(x);
        // x is a whole number of units in its last place, itself a power of two.
        Surd unit = Surd.of(2).pow(Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52);
        assertThat(exact).isEqualTo(Surd.of((long) (x / Math.ulp(x))).multiply(unit));
        assertThat(exact.lower()).isEqualTo(x + 0.0);
        assertThat(exact.upper()).isEqualTo(x + 0.0);
    }

    @Property
    void powersAreRepeatedProducts(@ForAll("surds") Surd x, @ForAll("exponents") int n) {
        Assume.that(x.signum() != 0);
        Surd expected = Surd.ONE;
        for (int k = 0; k < Math.abs(n); k++) {
            expected = n > 0 ? expected.multiply(x) : expected.divide(x);
        }
        assertThat(x.pow(n)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Integer> exponents() {
        return Arbitraries.integers().between(-7, 7);
    }
}

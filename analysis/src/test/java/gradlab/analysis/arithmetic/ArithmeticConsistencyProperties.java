package gradlab.analysis.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.interval.Interval;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;

/** The three ways to compute never contradict each other. */
class ArithmeticConsistencyProperties {
    private static final IntervalArithmetic INTERVALS = IntervalArithmetic.INTERVALS;

    @Provide
    Arbitrary<Real> reals() {
        return RealNumbers.reals();
    }

    @Provide
    Arbitrary<BigFraction> rationals() {
        return RealNumbers.rationals();
    }

    /** An operation in any arithmetic. */
    private interface Operation {
        <N> N apply(Arithmetic<N> numbers, N a, N b);
    }

    private static <N> N add(Arithmetic<N> numbers, N a, N b) {
        return numbers.add(a, b);
    }

    private static <N> N subtract(Arithmetic<N> numbers, N a, N b) {
        return numbers.subtract(a, b);
    }

    private static <N> N multiply(Arithmetic<N> numbers, N a, N b) {
        return numbers.multiply(a, b);
    }

    private static <N> N divide(Arithmetic<N> numbers, N a, N b) {
        return numbers.divide(a, b);
    }

    private static <N> N min(Arithmetic<N> numbers, N a, N b) {
        return numbers.min(a, b);
    }

    private static <N> N max(Arithmetic<N> numbers, N a, N b) {
        return numbers.max(a, b);
    }

    private static <N> N powers(Arithmetic<N> numbers, N a, N b) {
        return numbers.add(numbers.power(a, 3), numbers.multiply(numbers.power(b, 2), numbers.square(a)));
    }

    private static <N> N parts(Arithmetic<N> numbers, N a, N b) {
        return numbers.subtract(numbers.floor(a), numbers.multiply(numbers.ceil(b), numbers.abs(a)));
    }

    private static <N> N root(Arithmetic<N> numbers, N a, N b) {
        return numbers.subtract(numbers.sqrt(numbers.abs(a)), numbers.negate(b));
    }

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(
                ArithmeticConsistencyProperties::add,
                ArithmeticConsistencyProperties::subtract,
                ArithmeticConsistencyProperties::multiply,
                ArithmeticConsistencyProperties::divide,
                ArithmeticConsistencyProperties::min,
                ArithmeticConsistencyProperties::max,
                ArithmeticConsistencyProperties::powers,
                ArithmeticConsistencyProperties::parts,
                ArithmeticConsistencyProperties::root);
    }

    @Property
    void intervalsContainWhatIsExact(
            @ForAll("operations") Operation operation, @ForAll("reals") Real a, @ForAll("reals") Real b) {
        try {
            Interval exact = operation.apply(new RealArithmetic(), a, b).enclosure();
            Interval wide = operation.apply(INTERVALS, a.enclosure(), b.enclosure());
            assertThat(wide.overlaps(exact)).isTrue();
        } catch (NoValueException e) {
            assertThat(e.truth().isDecided()).isFalse();
        }
    }

    @Property
    void whereIntervalsAreUndefinedSoIsTheExactResult(
            @ForAll("operations") Operation operation, @ForAll("reals") Real a, @ForAll("reals") Real b) {
        Truth wide = fate(INTERVALS, operation, a.enclosure(), b.enclosure());
        Truth exact = fate(new RealArithmetic(), operation, a, b);
        if (wide == Truth.UNDEFINED) {
            assertThat(exact).isEqualTo(Truth.UNDEFINED);
        }
        if (wide == Truth.TRUE) {
            assertThat(exact).isEqualTo(Truth.TRUE);
        }
    }

    private static <N> Truth fate(Arithmetic<N> numbers, Operation operation, N a, N b) {
        try {
            operation.apply(numbers, a, b);
            return Truth.TRUE;
        } catch (NoValueException e) {
            return e.truth();
        }
    }

    @Property
    void comparisonsOfIntervalsAreThoseOfTheNumbers(@ForAll("reals") Real a, @ForAll("reals") Real b) {
        agree(RealArithmetic::less, IntervalArithmetic::less, a, b);
        agree(RealArithmetic::lessOrEqual, IntervalArithmetic::lessOrEqual, a, b);
        agree(RealArithmetic::equal, IntervalArithmetic::equal, a, b);
    }

    /** A comparison in one arithmetic. */
    private interface Comparison<A, N> {
        Truth apply(A numbers, N a, N b);
    }

    private static void agree(
            Comparison<RealArithmetic, Real> exactly, Comparison<IntervalArithmetic, Interval> widely, Real a, Real b) {
        Truth exact = exactly.apply(new RealArithmetic(), a, b);
        assertThat(exact.isDecided()).isTrue();
        assertThat(widely.apply(INTERVALS, a.enclosure(), b.enclosure())).isIn(exact, Truth.UNDECIDED);
    }

    @Property
    void comparisonsAreATotalOrder(@ForAll("reals") Real a, @ForAll("reals") Real b, @ForAll("reals") Real c) {
        RealArithmetic numbers = new RealArithmetic();
        assertThat(numbers.less(a, b)).isEqualTo(numbers.lessOrEqual(b, a).not());
        assertThat(numbers.equal(a, b) == Truth.TRUE)
                .isEqualTo(numbers.lessOrEqual(a, b) == Truth.TRUE && numbers.lessOrEqual(b, a) == Truth.TRUE);
        if (numbers.lessOrEqual(a, b) == Truth.TRUE && numbers.lessOrEqual(b, c) == Truth.TRUE) {
            assertThat(numbers.lessOrEqual(a, c)).isEqualTo(Truth.TRUE);
        }
    }

    @Property
    void rationalArithmeticIsThatOfFractions(@ForAll("rationals") BigFraction p, @ForAll("rationals") BigFraction q) {
        RealArithmetic numbers = new RealArithmetic();
        same(numbers, Arithmetic::add, p, q, p.add(q));
        same(numbers, Arithmetic::subtract, p, q, p.subtract(q));
        same(numbers, Arithmetic::multiply, p, q, p.multiply(q));
        if (q.signum() != 0) {
            same(numbers, Arithmetic::divide, p, q, p.divide(q));
        }
        assertThat(numbers.less(numbers.of(p), numbers.of(q))).isEqualTo(Truth.of(p.compareTo(q) < 0));
    }

    /** An operation on real numbers. */
    private interface OfReals {
        Real apply(Arithmetic<Real> numbers, Real a, Real b);
    }

    private static void same(RealArithmetic numbers, OfReals operation, BigFraction p, BigFraction q, BigFraction r) {
        Real result = operation.apply(numbers, numbers.of(p), numbers.of(q));
        assertThat(numbers.equal(result, numbers.of(r))).isEqualTo(Truth.TRUE);
        assertThat(INTERVALS.of(r).width())
                .isLessThanOrEqualTo(Math.ulp(INTERVALS.of(r).magnitude()));
        assertThat(INTERVALS.of(r).overlaps(result.enclosure())).isTrue();
    }

    @Property
    void binary64IsTheNearestOfARational(@ForAll("rationals") BigFraction q) {
        Interval enclosure = INTERVALS.of(q);
        if (enclosure.isFinite()) {
            assertThat(DoubleArithmetic.BINARY64.of(q)).isBetween(enclosure.lower(), enclosure.upper());
        }
    }

    @Property
    void transcendentalFunctionsAgree(@ForAll Transcendental function, @ForAll("rationals") BigFraction q) {
        BiFunction<Arithmetic<Double>, Double, Double> near = (numbers, x) -> numbers.apply(function, x);
        try {
            Interval wide = INTERVALS.apply(function, INTERVALS.of(q));
            Interval real = new RealArithmetic()
                    .apply(function, new RealArithmetic().of(q))
                    .enclosure();
            assertThat(wide.overlaps(real)).isTrue();
            double approximate = near.apply(DoubleArithmetic.BINARY64, DoubleArithmetic.BINARY64.of(q));
            if (q.abs().compareTo(new BigFraction(12)) <= 0 && wide.isFinite()) {
                assertThat(approximate)
                        .isCloseTo(wide.midpoint(), within(1e-9 * (1 + wide.magnitude()) + wide.width()));
            }
        } catch (NoValueException e) {
            assertThat(e.truth().isDecided()).isFalse();
        }
    }
}

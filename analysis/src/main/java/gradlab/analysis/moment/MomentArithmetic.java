package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.MatrixArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.moment.RandomReal.Constant;
import gradlab.analysis.moment.RandomReal.OfPolynomial;
import gradlab.analysis.moment.RandomReal.Root;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing with polynomials in random variables, and with whatever {@link RealArithmetic} knows where none is involved.
 * What is no polynomial (or an even power of a root of one) is undecided, and so is a comparison between random numbers
 * unless both have the same normal form. One instance serves one evaluation and is not thread-safe.
 */
public final class MomentArithmetic implements Arithmetic<RandomReal> {

    private final RealArithmetic reals = new RealArithmetic();
    private final Symbols symbols = new Symbols();
    private final Polynomials polynomials = new Polynomials(reals);
    private final Rectified rectified = new Rectified(symbols, reals);
    private final Roots roots = new Roots(this, polynomials, reals);
    private final RandomMatrices matrices = new RandomMatrices(this, reals);

    /** A new random number, independent of all others. */
    public RandomReal random(Law law) {
        return new OfPolynomial(Polynomial.symbol(symbols.random(law), reals.one()), false);
    }

    /** A new number that may be any at all. */
    public RandomReal free() {
        return new OfPolynomial(Polynomial.symbol(symbols.free(), reals.one()), false);
    }

    /** The mean of a number over the random variables. */
    public RandomReal expectation(RandomReal a) {
        return a instanceof Constant
                ? a
                : simplified(new Moments(symbols, polynomials, reals).expectation(polynomial(a)), nonNegative(a));
    }

    /** The mean squared distance from the mean. */
    public RandomReal variance(RandomReal a) {
        RandomReal mean = expectation(a);
        return expectation(square(subtract(a, mean)));
    }

    RandomReal simplified(Polynomial polynomial, boolean nonNegative) {
        return polynomial.isConstant()
                ? new Constant(polynomials.constantOf(polynomial))
                : new OfPolynomial(polynomial, nonNegative);
    }

    private Polynomial polynomial(RandomReal a) {
        if (a instanceof Constant constant) {
            return polynomials.constant(constant.value());
        }
        if (a instanceof OfPolynomial of) {
            return of.polynomial();
        }
        throw NoValueException.undecided("the root of something random outside an even power");
    }

    boolean nonNegative(RandomReal a) {
        return a instanceof Constant constant
                ? reals.lessOrEqual(reals.zero(), constant.value()) == Truth.TRUE
                : a instanceof OfPolynomial of && of.nonNegative();
    }

    private static boolean isConstant(RandomReal a, RandomReal b) {
        return a instanceof Constant && b instanceof Constant;
    }

    static Real real(RandomReal a) {
        if (a instanceof Constant constant) {
            return constant.value();
        }
        throw NoValueException.undecided("something random where a fixed number is needed");
    }

    @Override
    public RandomReal of(BigFraction value) {
        return new Constant(reals.of(value));
    }

    @Override
    public RandomReal ofDouble(double value) {
        return new Constant(reals.ofDouble(value));
    }

    @Override
    public RandomReal pi() {
        return new Constant(reals.pi());
    }

    @Override
    public RandomReal e() {
        return new Constant(reals.e());
    }

    @Override
    public RandomReal add(RandomReal a, RandomReal b) {
        if (isConstant(a, b)) {
            return new Constant(reals.add(real(a), real(b)));
        }
        return simplified(polynomials.add(polynomial(a), polynomial(b)), nonNegative(a) && nonNegative(b));
    }

    @Override
    public RandomReal subtract(RandomReal a, RandomReal b) {
        if (isConstant(a, b)) {
            return new Constant(reals.subtract(real(a), real(b)));
        }
        return simplified(polynomials.subtract(polynomial(a), polynomial(b)), false);
    }

    @Override
    public RandomReal multiply(RandomReal a, RandomReal b) {
        if (isConstant(a, b)) {
            return new Constant(reals.multiply(real(a), real(b)));
        }
        if (a instanceof Root || b instanceof Root) {
            return roots.product(a, b);
        }
        boolean nonNegative = RandomReal.isSame(a, b) || (nonNegative(a) && nonNegative(b));
        if (a instanceof Constant factor) {
            return simplified(polynomials.scale(polynomial(b), factor.value()), nonNegative);
        }
        if (b instanceof Constant factor) {
            return simplified(polynomials.scale(polynomial(a), factor.value()), nonNegative);
        }
        return simplified(polynomials.multiply(polynomial(a), polynomial(b)), nonNegative);
    }

    @Override
    public RandomReal divide(RandomReal a, RandomReal b) {
        Real divisor = real(b);
        if (a instanceof Constant constant) {
            return new Constant(reals.divide(constant.value(), divisor));
        }
        if (a instanceof Root root) {
            return new Root(reals.divide(root.factor(), divisor), root.radicand());
        }
        return simplified(polynomials.divide(polynomial(a), divisor), nonNegative(a) && nonNegative(b));
    }

    @Override
    public RandomReal negate(RandomReal a) {
        return a instanceof Constant constant
                ? new Constant(reals.negate(constant.value()))
                : multiply(new Constant(reals.of(-1)), a);
    }

    @Override
    public RandomReal abs(RandomReal a) {
        if (a instanceof Constant constant) {
            return new Constant(reals.abs(constant.value()));
        }
        if (a instanceof Root root) {
            return new Root(reals.abs(root.factor()), root.radicand());
        }
        return nonNegative(a) ? a : subtract(multiply(of(2), positive(a)), a);
    }

    @Override
    public RandomReal min(RandomReal a, RandomReal b) {
        return isConstant(a, b) ? new Constant(reals.min(real(a), real(b))) : subtract(a, positive(subtract(a, b)));
    }

    @Override
    public RandomReal max(RandomReal a, RandomReal b) {
        return isConstant(a, b) ? new Constant(reals.max(real(a), real(b))) : add(b, positive(subtract(a, b)));
    }

    private RandomReal positive(RandomReal a) {
        if (a instanceof Constant constant) {
            return new Constant(reals.max(constant.value(), reals.zero()));
        }
        return nonNegative(a) ? a : rectified.positive(polynomial(a));
    }

    @Override
    public Optional<RandomReal> step(RandomReal a) {
        return a instanceof OfPolynomial of ? rectified.step(of.polynomial()) : Optional.empty();
    }

    @Override
    public RandomReal floor(RandomReal a) {
        return new Constant(reals.floor(real(a)));
    }

    @Override
    public RandomReal ceil(RandomReal a) {
        return new Constant(reals.ceil(real(a)));
    }

    @Override
    public RandomReal sqrt(RandomReal a) {
        if (a instanceof Constant constant) {
            return new Constant(reals.sqrt(constant.value()));
        }
        if (!nonNegative(a)) {
            throw NoValueException.undecided("the root of something random that may be negative");
        }
        return new Root(reals.one(), polynomial(a));
    }

    @Override
    public RandomReal square(RandomReal a) {
        if (a instanceof Root root) {
            return simplified(polynomials.scale(root.radicand(), reals.square(root.factor())), true);
        }
        if (a instanceof Constant constant) {
            return new Constant(reals.square(constant.value()));
        }
        return simplified(polynomials.power(polynomial(a), 2), true);
    }

    @Override
    public RandomReal power(RandomReal a, int k) {
        if (a instanceof Constant constant) {
            return new Constant(reals.power(constant.value(), k));
        }
        if (k <= 0) {
            throw NoValueException.undecided("something random to a power not above 0");
        }
        if (a instanceof Root root && k % 2 == 0) {
            return multiply(
                    new Constant(reals.power(root.factor(), k)), power(new OfPolynomial(root.radicand(), true), k / 2));
        }
        if (k == 1) {
            return a;
        }
        return simplified(polynomials.power(polynomial(a), k), k % 2 == 0 || nonNegative(a));
    }

    @Override
    public RandomReal power(RandomReal a, RandomReal b) {
        return new Constant(reals.power(real(a), real(b)));
    }

    @Override
    public RandomReal apply(Transcendental function, RandomReal a) {
        return new Constant(reals.apply(function, real(a)));
    }

    @Override
    public Truth less(RandomReal a, RandomReal b) {
        return isConstant(a, b) ? reals.less(real(a), real(b)) : differenceIs(a, b, d -> reals.less(d, reals.zero()));
    }

    @Override
    public Truth lessOrEqual(RandomReal a, RandomReal b) {
        return less(b, a).not();
    }

    @Override
    public Truth equal(RandomReal a, RandomReal b) {
        return isConstant(a, b) ? reals.equal(real(a), real(b)) : differenceIs(a, b, reals::isZero);
    }

    private Truth differenceIs(RandomReal a, RandomReal b, Function<Real, Truth> test) {
        if (a instanceof Root x && b instanceof Root y && Roots.isSame(x, y)) {
            return test.apply(reals.zero());
        }
        if (a instanceof Root || b instanceof Root) {
            return Truth.UNDECIDED;
        }
        Polynomial difference = polynomials.subtract(polynomial(a), polynomial(b));
        return difference.isConstant() ? test.apply(polynomials.constantOf(difference)) : Truth.UNDECIDED;
    }

    @Override
    public Optional<BigInteger> integer(RandomReal a) {
        return a instanceof Constant constant ? reals.integer(constant.value()) : Optional.empty();
    }

    @Override
    public MatrixArithmetic<RandomReal> matrices() {
        return matrices;
    }

    @Override
    public double approximate(RandomReal a) {
        return reals.approximate(real(a));
    }
}

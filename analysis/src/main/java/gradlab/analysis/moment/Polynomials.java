package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Arithmetic of polynomials within a budget: so many products of terms in all, after which every further one is
 * undecided. Coefficients are exact where {@link RealArithmetic} is. For one evaluation.
 */
final class Polynomials {

    private static final int MOST_PRODUCTS = 400_000;
    private static final int MOST_TERMS = 100_000;

    private final RealArithmetic reals;
    private int products;

    Polynomials(RealArithmetic reals) {
        this.reals = reals;
    }

    Polynomial constant(Real value) {
        return isZero(value) ? Polynomial.ZERO : new Polynomial(Map.of(Monomial.ONE, value));
    }

    Polynomial term(Monomial monomial, Real coefficient) {
        return isZero(coefficient) ? Polynomial.ZERO : new Polynomial(Map.of(monomial, coefficient));
    }

    /** The value of a polynomial without symbols. */
    Real constantOf(Polynomial polynomial) {
        return polynomial.terms().getOrDefault(Monomial.ONE, reals.zero());
    }

    Polynomial add(Polynomial a, Polynomial b) {
        Map<Monomial, Real> sum = new LinkedHashMap<>(a.terms());
        b.terms().forEach((monomial, coefficient) -> put(sum, monomial, coefficient));
        return new Polynomial(sum);
    }

    Polynomial subtract(Polynomial a, Polynomial b) {
        return add(a, each(b, reals::negate));
    }

    Polynomial scale(Polynomial a, Real factor) {
        return isZero(factor) ? Polynomial.ZERO : each(a, c -> reals.multiply(c, factor));
    }

    Polynomial divide(Polynomial a, Real divisor) {
        return each(a, c -> reals.divide(c, divisor));
    }

    Polynomial multiply(Polynomial a, Polynomial b) {
        Map<Monomial, Real> product = new LinkedHashMap<>();
        a.terms().forEach((m, c) -> {
            spend(b.terms().size());
            b.terms().forEach((n, d) -> put(product, m.times(n), reals.multiply(c, d)));
        });
        return new Polynomial(product);
    }

    /** a^k for k >= 1, by repeated multiplication, which keeps factors short. */
    Polynomial power(Polynomial a, int k) {
        if (k > MOST_TERMS) {
            throw tooLarge();
        }
        Polynomial power = a;
        for (int i = 1; i < k; i++) {
            power = multiply(power, a);
        }
        return power;
    }

    /** Counts work ahead. */
    void spend(int count) {
        products += count;
        if (products > MOST_PRODUCTS) {
            throw tooLarge();
        }
    }

    private static NoValueException tooLarge() {
        return NoValueException.undecided("a polynomial in random variables with too many terms");
    }

    private Polynomial each(Polynomial a, UnaryOperator<Real> function) {
        Map<Monomial, Real> result = new LinkedHashMap<>();
        spend(a.terms().size() / 4);
        a.terms().forEach((monomial, coefficient) -> put(result, monomial, function.apply(coefficient)));
        return new Polynomial(result);
    }

    private void put(Map<Monomial, Real> sum, Monomial monomial, Real coefficient) {
        Real before = sum.get(monomial);
        Real now = before == null ? coefficient : reals.add(before, coefficient);
        if (isZero(now)) {
            sum.remove(monomial);
        } else {
            sum.put(monomial, now);
            if (sum.size() > MOST_TERMS) {
                throw tooLarge();
            }
        }
    }

    private static boolean isZero(Real value) {
        return value instanceof Real.Exact exact && exact.value().signum() == 0;
    }
}

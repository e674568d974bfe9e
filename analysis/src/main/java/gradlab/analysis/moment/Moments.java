package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import java.util.BitSet;
import java.util.Map;

/**
 * Expectations of polynomials in independent random symbols. A monomial's is the product of the moments of its symbols
 * (for Gaussian ones what Isserlis's theorem comes to, isserlis1918); free symbols stay.
 *
 * <p>Derived symbols go by reflection: if changing the sign of some random symbols turns p into -p and multiplies q by
 * (-1)^k, then E[max(p, 0)^k q] = E[p^k q]/2 for k >= 1, since both halves of the space contribute the same; likewise
 * E[1_{p > 0} q] = E[q]/2 where q keeps its sign and p is almost surely not 0. Where there is no such reflection the
 * expectation is undecided.
 */
final class Moments {

    private final Symbols symbols;
    private final Polynomials polynomials;
    private final RealArithmetic reals;

    Moments(Symbols symbols, Polynomials polynomials, RealArithmetic reals) {
        this.symbols = symbols;
        this.polynomials = polynomials;
        this.reals = reals;
    }

    /** E p: a polynomial in the free symbols. */
    Polynomial expectation(Polynomial p) {
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Monomial, Real> term : p.terms().entrySet()) {
            polynomials.spend(1);
            sum = accumulated(sum, expectation(term.getKey(), term.getValue()));
        }
        return sum;
    }

    private Polynomial accumulated(Polynomial sum, Polynomial next) {
        return next.isZero() ? sum : polynomials.add(sum, next);
    }

    private Polynomial expectation(Monomial monomial, Real coefficient) {
        BitSet inside = symbols.inside(monomial);
        Real factor = coefficient;
        int outermost = -1;
        for (int i = 0; i < monomial.size(); i++) {
            int symbol = monomial.symbol(i);
            if (symbols.isDerived(symbol)) {
                outermost = symbol;
            } else if (symbols.get(symbol) instanceof Symbol.Random random && !inside.get(symbol)) {
                if (monomial.power(i) % 2 == 1) {
                    return Polynomial.ZERO;
                }
                factor = reals.multiply(factor, reals.of(random.law().moment(monomial.power(i))));
            }
        }
        Monomial rest = monomial.keeping(s -> !symbols.isRandom(s) || inside.get(s));
        return outermost < 0 ? polynomials.term(rest, factor) : reflected(rest, outermost, factor);
    }

    /** Of a monomial whose derived symbol of largest number, inside no other one, is known. */
    private Polynomial reflected(Monomial monomial, int outermost, Real coefficient) {
        Polynomial p = symbols.argument(outermost);
        int power = 0;
        for (int i = 0; i < monomial.size(); i++) {
            boolean same = symbols.get(monomial.symbol(i)) instanceof Symbol.Positive positive
                    && positive.of().equals(p);
            power = same ? monomial.power(i) : power;
        }
        Monomial q = monomial.keeping(
                s -> !symbols.isDerived(s) || !symbols.argument(s).equals(p));
        if (!Reflection.exists(symbols, p, q, power % 2 == 1)) {
            throw NoValueException.undecided("an expectation for which no symmetry is known");
        }
        Polynomial whole = polynomials.term(q, reals.divide(coefficient, reals.of(2)));
        return expectation(power == 0 ? whole : polynomials.multiply(polynomials.power(p, power), whole));
    }
}

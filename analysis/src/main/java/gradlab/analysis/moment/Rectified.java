package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.moment.RandomReal.OfPolynomial;
import java.util.Optional;

/** Makes symbols for the positive part and the sign of a random polynomial. */
final class Rectified {

    private final Symbols symbols;
    private final RealArithmetic reals;

    Rectified(Symbols symbols, RealArithmetic reals) {
        this.symbols = symbols;
        this.reals = reals;
    }

    /** max(p, 0). */
    RandomReal positive(Polynomial p) {
        if (!p.isExact()) {
            throw NoValueException.undecided("the positive part of something random that is not known exactly");
        }
        return new OfPolynomial(Polynomial.symbol(symbols.positive(p), reals.one()), true);
    }

    /** 1 where p > 0, almost surely: a polynomial other than 0 in continuous random variables alone is rarely 0. */
    Optional<RandomReal> step(Polynomial p) {
        boolean known = p.isExact() && p.terms().keySet().stream().allMatch(this::isContinuous);
        return known
                ? Optional.of(new OfPolynomial(Polynomial.symbol(symbols.step(p), reals.one()), true))
                : Optional.empty();
    }

    private boolean isContinuous(Monomial monomial) {
        for (int i = 0; i < monomial.size(); i++) {
            if (!(symbols.get(monomial.symbol(i)) instanceof Symbol.Random random)
                    || !random.law().isContinuous()) {
                return false;
            }
        }
        return true;
    }
}

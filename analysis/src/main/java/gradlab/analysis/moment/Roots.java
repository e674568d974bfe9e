package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.moment.RandomReal.Constant;
import gradlab.analysis.moment.RandomReal.Root;

/**
 * Products of numbers of the form r sqrt(p) with p a polynomial that is nowhere negative.
 *
 * @param numbers the arithmetic they belong to
 * @param polynomials what computes with polynomials
 * @param reals what computes with factors
 */
record Roots(MomentArithmetic numbers, Polynomials polynomials, RealArithmetic reals) {

    /** The product, one factor at least being a root. */
    RandomReal product(RandomReal a, RandomReal b) {
        if (a instanceof Root x && b instanceof Root y) {
            Real factor = reals.multiply(x.factor(), y.factor());
            return x.radicand().isSame(y.radicand())
                    ? numbers.simplified(
                            polynomials.scale(x.radicand(), factor), numbers.nonNegative(new Constant(factor)))
                    : new Root(factor, polynomials.multiply(x.radicand(), y.radicand()));
        }
        Root root = (Root) (a instanceof Root ? a : b);
        Real factor = MomentArithmetic.real(a instanceof Root ? b : a);
        return new Root(reals.multiply(root.factor(), factor), root.radicand());
    }

    /** Whether both are certainly one number. */
    static boolean isSame(Root x, Root y) {
        return x.factor() instanceof Real.Exact
                && x.factor().equals(y.factor())
                && x.radicand().isSame(y.radicand());
    }
}

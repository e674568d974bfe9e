package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.Real;

/** A real number that may depend on random variables, known as a formula. */
public sealed interface RandomReal {

    /** A number that does not depend on them. */
    record Constant(Real value) implements RandomReal {}

    /**
     * A polynomial in them.
     *
     * @param nonNegative whether it is known never to be below 0
     */
    record OfPolynomial(Polynomial polynomial, boolean nonNegative) implements RandomReal {}

    /** A factor times the root of a polynomial that is never below 0. */
    record Root(Real factor, Polynomial radicand) implements RandomReal {}

    /** Whether two polynomials are certainly one: what is only enclosed may differ where its bounds do not. */
    static boolean isSame(RandomReal a, RandomReal b) {
        return a instanceof OfPolynomial x
                && b instanceof OfPolynomial y
                && x.polynomial().isSame(y.polynomial());
    }
}

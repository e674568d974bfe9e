package gradlab.analysis.moment;

import gradlab.analysis.arithmetic.Real;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A polynomial in numbered symbols with real coefficients.
 *
 * @param terms coefficient by monomial, none of them exactly zero, in the order in which they came about
 */
record Polynomial(Map<Monomial, Real> terms) {

    static final Polynomial ZERO = new Polynomial(Map.of());

    /** Keeps the order of the terms. */
    Polynomial {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    static Polynomial symbol(int number, Real one) {
        return new Polynomial(Map.of(Monomial.of(number), one));
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** Whether no symbol occurs in it. */
    boolean isConstant() {
        return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.ONE));
    }

    /** Whether every coefficient is known exactly. */
    boolean isExact() {
        return terms.values().stream().allMatch(Real.Exact.class::isInstance);
    }

    /** Whether another is certainly the same polynomial. */
    boolean isSame(Polynomial other) {
        return isExact() && equals(other);
    }
}

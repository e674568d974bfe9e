package gradlab.verification.recheck;

import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial in numbered variables, nested: a number, or a polynomial in its variable of largest number whose
 * coefficients, that of power 0 first, are polynomials in variables of smaller number.
 *
 * @param variable the variable, or -1 for a number
 * @param number the number, 0 if there is a variable
 * @param coefficients the coefficients, none if it is a number; otherwise at least two, the last not 0
 */
record Poly(int variable, Num number, List<Poly> coefficients) {
    static final Poly ZERO = of(Num.ZERO);
    private static final int MOST_TERMS = 200_000;

    static Poly of(Num number) {
        return new Poly(-1, number, List.of());
    }

    static Poly variable(int number) {
        return new Poly(number, Num.ZERO, List.of(ZERO, of(Num.ONE)));
    }

    boolean isNumber() {
        return variable < 0;
    }

    boolean isZero() {
        return isNumber() && number.isZero();
    }

    /** The coefficient of a power of a variable that is at least as large as any here. */
    private Poly coefficient(int of, int power) {
        if (variable != of) {
            return power == 0 ? this : ZERO;
        }
        return power < coefficients.size() ? coefficients.get(power) : ZERO;
    }

    private int degree(int of) {
        return variable == of ? coefficients.size() - 1 : 0;
    }

    static Poly of(int variable, List<Poly> coefficients) {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).isZero()) {
            size--;
        }
        if (size <= 1) {
            return size == 0 ? ZERO : coefficients.get(0);
        }
        return new Poly(variable, Num.ZERO, List.copyOf(coefficients.subList(0, size)));
    }

    Poly add(Poly other) {
        if (isNumber() && other.isNumber()) {
            return of(number.add(other.number));
        }
        int v = Math.max(variable, other.variable);
        List<Poly> sum = new ArrayList<>();
        for (int k = 0; k <= Math.max(degree(v), other.degree(v)); k++) {
            sum.add(coefficient(v, k).add(other.coefficient(v, k)));
        }
        return of(v, sum);
    }

    Poly negate() {
        return multiply(of(Num.ONE.negate()));
    }

    Poly subtract(Poly other) {
        return add(other.negate());
    }

    Poly multiply(Poly other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (isNumber() && other.isNumber()) {
            return of(number.multiply(other.number));
        }
        int v = Math.max(variable, other.variable);
        int degree = degree(v) + other.degree(v);
        Work.count(1L + degree);
        List<Poly> product = new ArrayList<>();
        for (int k = 0; k <= degree; k++) {
            Poly sum = ZERO;
            for (int i = Math.max(0, k - other.degree(v)); i <= Math.min(k, degree(v)); i++) {
                sum = sum.add(coefficient(v, i).multiply(other.coefficient(v, k - i)));
            }
            product.add(sum);
        }
        return of(v, product);
    }

    Poly divide(Num divisor) {
        return isNumber()
                ? of(number.divide(divisor))
                : of(variable, coefficients.stream().map(c -> c.divide(divisor)).toList());
    }

    Poly power(int k) {
        RecheckException.require(k >= 1 && k <= MOST_TERMS, "a power from 1");
        Poly result = this;
        for (int i = 1; i < k; i++) {
            result = result.multiply(this);
        }
        return result;
    }

    /** The polynomial with a variable replaced by its negative where that is wanted. */
    Poly reflected(java.util.function.IntPredicate turned) {
        if (isNumber()) {
            return this;
        }
        List<Poly> result = new ArrayList<>();
        for (int k = 0; k < coefficients.size(); k++) {
            Poly c = coefficients.get(k).reflected(turned);
            result.add(k % 2 == 1 && turned.test(variable) ? c.negate() : c);
        }
        return of(variable, result);
    }

    /** Whether a variable occurs of which something is true. */
    boolean has(java.util.function.IntPredicate wanted) {
        return !isNumber() && (wanted.test(variable) || coefficients.stream().anyMatch(c -> c.has(wanted)));
    }
}

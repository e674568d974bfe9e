package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A polynomial with integer coefficients, lowest power first, the highest not 0; the zero polynomial has none.
 *
 * <p>A final class rather than a record, since its array must not leak.
 */
final class IntegerPolynomial {
    private final BigInteger[] coefficients;

    private IntegerPolynomial(BigInteger[] coefficients) {
        this.coefficients = coefficients;
    }

    static IntegerPolynomial of(BigInteger... coefficients) {
        int length = coefficients.length;
        while (length > 0 && coefficients[length - 1].signum() == 0) {
            length--;
        }
        return new IntegerPolynomial(Arrays.copyOf(coefficients, length));
    }

    /**
     * The characteristic polynomial det(z I - A) by Faddeev and LeVerrier: M_1 = I, c_(n-k) = -tr(A M_k)/k, M_(k+1) = A M_k +
     * c_(n-k) I; every division is exact.
     */
    static IntegerPolynomial characteristic(BigInteger[][] a) {
        int n = a.length;
        BigInteger[] c = new BigInteger[n + 1];
        c[n] = BigInteger.ONE;
        BigInteger[][] product = a;
        for (int k = 1; k <= n; k++) {
            BigInteger next = IntegerMatrix.trace(product).negate().divide(BigInteger.valueOf(k));
            c[n - k] = next;
            BigInteger[][] current = product;
            BigInteger[][] sum = IntegerMatrix.of(n, n, (i, j) -> i == j ? current[i][j].add(next) : current[i][j]);
            product = IntegerMatrix.multiply(a, sum, n);
        }
        return of(c);
    }

    /** The degree; -1 for the zero polynomial. */
    int degree() {
        return coefficients.length - 1;
    }

    /** The coefficient of z^k, 0 beyond the degree. */
    BigInteger coefficient(int k) {
        return k < coefficients.length ? coefficients[k] : BigInteger.ZERO;
    }

    int bits() {
        return Arrays.stream(coefficients).mapToInt(BigInteger::bitLength).max().orElse(0);
    }

    /** b^n f(a z/b), n the degree: its roots are those of f times b/a. */
    IntegerPolynomial stretched(BigInteger a, BigInteger b) {
        BigInteger[] c = new BigInteger[coefficients.length];
        Arrays.setAll(c, k -> coefficients[k].multiply(a.pow(k)).multiply(b.pow(degree() - k)));
        return of(c).primitive();
    }

    /** z^n f(1/z), n the degree: the coefficients in reverse. */
    IntegerPolynomial reversed() {
        BigInteger[] c = new BigInteger[coefficients.length];
        Arrays.setAll(c, k -> coefficients[degree() - k]);
        return of(c);
    }

    IntegerPolynomial derivative() {
        BigInteger[] c = new BigInteger[Math.max(0, degree())];
        Arrays.setAll(c, k -> coefficients[k + 1].multiply(BigInteger.valueOf(k + 1L)));
        return of(c);
    }

    /** A greatest common divisor over the rationals, by pseudo-remainders freed of their common factors. */
    IntegerPolynomial gcd(IntegerPolynomial other) {
        IntegerPolynomial larger = this;
        IntegerPolynomial smaller = other;
        while (smaller.degree() >= 0) {
            IntegerPolynomial rest = larger.pseudoRemainder(smaller).primitive();
            larger = smaller;
            smaller = rest;
        }
        return larger.primitive();
    }

    private IntegerPolynomial pseudoRemainder(IntegerPolynomial divisor) {
        BigInteger lead = divisor.coefficient(divisor.degree());
        IntegerPolynomial rest = this;
        while (rest.degree() >= divisor.degree()) {
            int shift = rest.degree() - divisor.degree();
            BigInteger top = rest.coefficient(rest.degree());
            BigInteger[] c = new BigInteger[rest.degree()];
            for (int k = 0; k < c.length; k++) {
                BigInteger taken = k < shift ? BigInteger.ZERO : top.multiply(divisor.coefficient(k - shift));
                c[k] = lead.multiply(rest.coefficient(k)).subtract(taken);
            }
            rest = of(c);
        }
        return rest;
    }

    private IntegerPolynomial primitive() {
        BigInteger content = IntegerMatrix.content(new BigInteger[][] {coefficients});
        BigInteger[] c = coefficients.clone();
        Arrays.setAll(c, k -> c[k].divide(content));
        return new IntegerPolynomial(c);
    }
}

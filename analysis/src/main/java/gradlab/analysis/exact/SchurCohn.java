package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Where the largest root of a polynomial lies relative to the unit circle, exactly.
 *
 * <p>The Schur-Cohn form of q of degree n, with entries C_ij = sum over k <= min(i, j) of q_(n-i+k) q_(n-j+k) - q_(i-k)
 * q_(j-k), is the matrix of (q*(x) q*(y) - q(x) q(y))/(1 - x y), q* the reversed polynomial. When q and q* have no common
 * root, its positive inertia is the number of roots inside the circle and its negative inertia that outside (schur1917,
 * cohn1922, fujiwara1926). With g = gcd(q, q*), q = g h, the factor g(x) g(y) comes out, so that C has the inertia of
 * the form of h and deg g zeros. The roots of g lie on the circle or in pairs z, 1/z; all are on it if and only if the
 * derivative of g has none outside (cohn1922), which is the same question again in a lower degree.
 */
final class SchurCohn {
    private SchurCohn() {}

    /** The sign of (largest modulus of a root) - 1; -1 for a polynomial without roots. */
    static int compareWithUnitCircle(IntegerPolynomial q) {
        OptionalInt nullity = Inertia.nullityIfSemidefinite(form(q));
        if (nullity.isEmpty()) {
            return 1;
        }
        if (nullity.getAsInt() == 0) {
            return -1;
        }
        IntegerPolynomial common = q.gcd(q.reversed());
        if (common.degree() != nullity.getAsInt()) {
            throw new IllegalStateException("a common factor of degree " + nullity.getAsInt()
                    + " was certain, got degree " + common.degree() + ": a defect of this class");
        }
        return compareWithUnitCircle(common.derivative()) > 0 ? 1 : 0;
    }

    private static BigInteger[][] form(IntegerPolynomial q) {
        int n = q.degree();
        return IntegerMatrix.of(n, n, (i, j) -> {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k <= Math.min(i, j); k++) {
                BigInteger high = q.coefficient(n - i + k).multiply(q.coefficient(n - j + k));
                sum = sum.add(high).subtract(q.coefficient(i - k).multiply(q.coefficient(j - k)));
            }
            return sum;
        });
    }
}

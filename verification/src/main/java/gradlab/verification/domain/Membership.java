package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.CaseValue;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Decides exactly whether a value lies in a domain. */
public final class Membership {

    private Membership() {}

    /** Whether a value lies in a domain. */
    public static boolean contains(Domain domain, CaseValue value) {
        if (domain instanceof Domain.Choices choices) {
            return choices.values().contains(value);
        }
        if (domain instanceof Domain.Lists lists) {
            return value instanceof CaseValue.OfList list
                    && list.items().size() == lists.count()
                    && list.items().stream().allMatch(item -> contains(lists.item(), item));
        }
        if (value instanceof CaseValue.OfNumber number) {
            return containsNumber(domain, number.value());
        }
        if (value instanceof CaseValue.OfVector vector) {
            return containsVector(domain, vector.entries());
        }
        if (value instanceof CaseValue.OfMatrix matrix) {
            return containsMatrix(domain, matrix.matrix());
        }
        return value instanceof CaseValue.OfTruth && domain instanceof Domain.Booleans;
    }

    private static boolean containsNumber(Domain domain, BigFraction value) {
        if (domain instanceof Domain.Integers integers) {
            return value.getDenominator().equals(java.math.BigInteger.ONE)
                    && value.compareTo(new BigFraction(integers.low())) >= 0
                    && value.compareTo(new BigFraction(integers.high())) <= 0;
        }
        if (domain instanceof Domain.Reals reals) {
            return within(reals.bounds(), value);
        }
        return domain instanceof Domain.LogReals logReals && logReals.bounds().contains(value);
    }

    private static boolean containsVector(Domain domain, List<BigFraction> x) {
        if (domain instanceof Domain.Vectors vectors) {
            return x.size() == vectors.n() && x.stream().allMatch(e -> within(vectors.bounds(), e));
        }
        if (domain instanceof Domain.Units units) {
            return x.size() == units.n() && dot(x, x).equals(BigFraction.ONE);
        }
        return domain instanceof Domain.Simplices simplices
                && x.size() == simplices.n()
                && x.stream().allMatch(e -> e.signum() >= 0)
                && x.stream().reduce(BigFraction.ZERO, BigFraction::add).equals(BigFraction.ONE);
    }

    private static boolean containsMatrix(Domain domain, Matrix<BigFraction> a) {
        if (domain instanceof Domain.Matrices matrices) {
            return a.rows() == matrices.rows()
                    && a.columns() == matrices.columns()
                    && a.entries().stream().allMatch(e -> within(matrices.bounds(), e));
        }
        if (domain instanceof Domain.Symmetrics symmetrics) {
            return isSquare(a, symmetrics.n()) && a.equals(a.transpose());
        }
        if (domain instanceof Domain.Orthogonals orthogonals) {
            return isSquare(a, orthogonals.n()) && isOrthogonal(a);
        }
        return domain instanceof Domain.Permutations permutations
                && isSquare(a, permutations.n())
                && a.entries().stream().allMatch(e -> e.signum() == 0 || e.equals(BigFraction.ONE))
                && isOrthogonal(a);
    }

    private static boolean isSquare(Matrix<BigFraction> a, int n) {
        return a.rows() == n && a.columns() == n;
    }

    private static boolean isOrthogonal(Matrix<BigFraction> a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = i; j < a.rows(); j++) {
                BigFraction expected = i == j ? BigFraction.ONE : BigFraction.ZERO;
                if (!dot(a.row(i), a.row(j)).equals(expected)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BigFraction dot(List<BigFraction> x, List<BigFraction> y) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum.add(x.get(i).multiply(y.get(i)));
        }
        return sum;
    }

    private static boolean within(Optional<Bounds> bounds, BigFraction value) {
        return bounds.isEmpty() || bounds.get().contains(value);
    }
}

package gradlab.analysis.spectrum;

import java.util.ArrayList;
import java.util.List;

/** The rows of a matrix, each a vector of moderate size times a power of two of any size. */
final class GradedRows {
    /** A row {@code entries 2^exponent}, the largest entry in [1, 2); or zeros. */
    static final class Row {
        private final double[] entries;
        private final long exponent;

        private Row(double[] entries, long exponent) {
            this.entries = entries;
            this.exponent = exponent;
        }

        static Row of(double[] entries, long exponent) {
            double largest = 0;
            for (double entry : entries) {
                largest = Math.max(largest, Math.abs(entry));
            }
            int shift = Scaling.exponent(largest);
            double[] scaled = new double[entries.length];
            for (int i = 0; i < entries.length; i++) {
                scaled[i] = Scaling.scalb(entries[i], -shift);
            }
            return new Row(scaled, exponent + shift);
        }

        /** Not to be changed. */
        double[] entries() {
            return entries;
        }

        long exponent() {
            return exponent;
        }

        /** The natural logarithm of the norm, minus infinity of zeros. */
        double logNorm() {
            return StrictMath.log(Euclidean.norm(entries)) + exponent * StrictMath.log(2);
        }
    }

    private GradedRows() {}

    /** {@code sum over j of factors[j] rows[j]}, relative to the largest term. */
    static Row combination(double[] factors, List<Row> rows) {
        long top = Long.MIN_VALUE;
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                top = Math.max(top, rows.get(j).exponent() + Scaling.exponent(factors[j]));
            }
        }
        double[] sum = new double[rows.isEmpty() ? 0 : rows.get(0).entries().length];
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                int shift = Scaling.exponent(factors[j]);
                long gap = rows.get(j).exponent() + shift - top;
                if (gap > -1000) {
                    Euclidean.add(
                            Scaling.scalb(factors[j], (int) gap - shift),
                            rows.get(j).entries(),
                            sum);
                }
            }
        }
        return Row.of(sum, top == Long.MIN_VALUE ? 0 : top);
    }

    /**
     * Makes the rows orthogonal to each other by rotations from the left, which keep the singular values: then these are the
     * norms of the rows. One-sided Jacobi, in which no row loses accuracy to a larger one (demmelveselic1992).
     *
     * @return whether it converged
     */
    static boolean orthogonalise(List<Row> rows) {
        double tolerance = 0x1p-52 * Math.max(4, rows.size());
        for (int sweep = 0; sweep < 60; sweep++) {
            rows.sort((a, b) -> Double.compare(b.logNorm(), a.logNorm()));
            boolean rotated = false;
            for (int p = 0; p < rows.size(); p++) {
                for (int q = p + 1; q < rows.size(); q++) {
                    rotated |= rotate(rows, p, q, tolerance);
                }
            }
            if (!rotated) {
                return true;
            }
        }
        return false;
    }

    private static boolean rotate(List<Row> rows, int p, int q, double tolerance) {
        boolean ordered = rows.get(p).logNorm() >= rows.get(q).logNorm();
        int large = ordered ? p : q;
        int small = ordered ? q : p;
        Row a = rows.get(large);
        Row b = rows.get(small);
        double alpha = Euclidean.dot(a.entries(), a.entries());
        double beta = Euclidean.dot(b.entries(), b.entries());
        double gamma = Euclidean.dot(a.entries(), b.entries());
        if (!(Math.abs(gamma) > tolerance * Math.sqrt(alpha) * Math.sqrt(beta))) {
            return false;
        }
        // With b' = ratio b as long as it really is, the tangent is ratio times tau; tau stays finite as ratio goes to
        // 0.
        double ratio = Math.scalb(1.0, (int) Math.max(-1100, b.exponent() - a.exponent()));
        double difference = Math.max(0, alpha - ratio * ratio * beta);
        double root = Math.sqrt(difference * difference + 4 * ratio * ratio * gamma * gamma);
        double tau = -2 * gamma / (difference + root);
        double tangent = ratio * tau;
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double[] newLarge = a.entries().clone();
        double[] newSmall = b.entries().clone();
        Euclidean.add(-ratio * tangent, b.entries(), newLarge);
        Euclidean.add(tau, a.entries(), newSmall);
        Euclidean.scale(cosine, newLarge);
        Euclidean.scale(cosine, newSmall);
        rows.set(large, Row.of(newLarge, a.exponent()));
        rows.set(small, Row.of(newSmall, b.exponent()));
        return true;
    }

    /** The rows, each scaled to length 1, one after another. */
    static double[] normalised(List<Row> rows) {
        List<double[]> parts = new ArrayList<>();
        int columns = 0;
        for (Row row : rows) {
            double[] entries = row.entries().clone();
            Euclidean.scale(1 / Euclidean.norm(entries), entries);
            parts.add(entries);
            columns = entries.length;
        }
        double[] all = new double[rows.size() * columns];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * columns, columns);
        }
        return all;
    }
}

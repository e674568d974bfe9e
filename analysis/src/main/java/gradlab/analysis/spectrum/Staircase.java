package gradlab.analysis.spectrum;

import gradlab.analysis.spectrum.GradedRows.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Gaussian elimination with complete pivoting of a matrix whose column j counts 2^(exponent of row j of S): X = L U with
 * the columns of L in the order of the pivots, entries at most 1 in modulus, and U S as new graded rows.
 */
final class Staircase {
    private final double[] x;
    private final int rows;
    private final int columns;
    private final double[] terms;
    private final List<Row> weights;
    private final boolean[] rowDone;
    private final boolean[] columnDone;
    private final List<double[]> lower = new ArrayList<>();
    private final List<Row> upper = new ArrayList<>();
    private double cancellation = 1;

    /** Of a rows by columns matrix, which is overwritten. */
    Staircase(double[] x, int rows, int columns, List<Row> weights) {
        this.x = x;
        this.rows = rows;
        this.columns = columns;
        this.weights = weights;
        terms = x.clone();
        for (int k = 0; k < terms.length; k++) {
            terms[k] = Math.abs(terms[k]);
        }
        rowDone = new boolean[rows];
        columnDone = new boolean[columns];
    }

    /** The columns of L. */
    List<double[]> lower() {
        return lower;
    }

    /** The rows of U S, as many as the rank. */
    List<Row> upper() {
        return upper;
    }

    /** The largest quotient of the sum of magnitudes that went into a pivot and the pivot itself. */
    double cancellation() {
        return cancellation;
    }

    Staircase run() {
        for (int step = 0; step < Math.min(rows, columns); step++) {
            int pivot = pivot();
            if (pivot < 0) {
                break;
            }
            eliminate(pivot / columns, pivot % columns);
        }
        return this;
    }

    /** Where the largest entry stands, counting the weights of the columns; -1 if all are 0. */
    private int pivot() {
        int best = -1;
        long exponent = Long.MIN_VALUE;
        double mantissa = 0;
        for (int j = 0; j < columns; j++) {
            if (columnDone[j]) {
                continue;
            }
            int at = largestOfColumn(j);
            if (at < 0) {
                continue;
            }
            int shift = Scaling.exponent(x[at]);
            long total = weights.get(j).exponent() + shift;
            double rest = Math.abs(Scaling.scalb(x[at], -shift));
            if (total > exponent || (total == exponent && rest > mantissa)) {
                best = at;
                exponent = total;
                mantissa = rest;
            }
        }
        return best;
    }

    private int largestOfColumn(int j) {
        int best = -1;
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            if (!rowDone[i] && Math.abs(x[i * columns + j]) > largest) {
                largest = Math.abs(x[i * columns + j]);
                best = i * columns + j;
            }
        }
        return best;
    }

    private void eliminate(int p, int q) {
        double[] l = new double[rows];
        l[p] = 1;
        cancellation = Math.max(cancellation, terms[p * columns + q] / Math.abs(x[p * columns + q]));
        for (int i = 0; i < rows; i++) {
            if (!rowDone[i] && i != p) {
                double factor = x[i * columns + q] / x[p * columns + q];
                l[i] = factor;
                for (int j = 0; factor != 0 && j < columns; j++) {
                    double change = columnDone[j] ? 0 : factor * x[p * columns + j];
                    x[i * columns + j] -= change;
                    terms[i * columns + j] += Math.abs(change);
                }
                x[i * columns + q] = 0;
            }
        }
        double[] factors = new double[columns];
        for (int j = 0; j < columns; j++) {
            factors[j] = columnDone[j] ? 0 : x[p * columns + j];
        }
        upper.add(GradedRows.combination(factors, weights));
        lower.add(l);
        rowDone[p] = true;
        columnDone[q] = true;
    }
}

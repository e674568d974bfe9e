package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.KernelCost;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.FactorChain;
import gradlab.analysis.operator.LinearOperator;

/**
 * About what the two ways to the norm of an operator cost, in nanoseconds of a usual machine: constants measured once
 * (docs/performance.md), so that the choice is the same everywhere. No clock is read.
 *
 * @param step of one Lanczos step: a product with the operator, one with its transpose, and the vectors
 * @param dense of making the operator dense and of the norm of that; infinite where it is too large
 */
record NormCost(double step, double dense) {
    /** A multiplication on entries that come from memory, and on those that stay in the cache. */
    private static final double FROM_MEMORY = 0.4;

    private static final double CACHED = 0.22;
    private static final long CACHE = 1 << 20;
    private static final double STEP = 2_000;
    /** Of the vectors of a step for each entry of the short one: some 15 to take off, twice 0.4 each, and the others. */
    private static final double VECTORS = 16;

    private static final int LARGEST_SIDE = 2_048;
    private static final long LARGEST_SIZE = 1L << 24;

    static NormCost of(LinearOperator operator, DenseBackend backend) {
        return new NormCost(step(operator.work(), side(operator)), dense(operator, backend));
    }

    private static double step(long work, int side) {
        double each = work <= CACHE ? CACHED : FROM_MEMORY;
        return STEP + 2 * each * work + VECTORS * side;
    }

    private static double dense(LinearOperator operator, DenseBackend backend) {
        if (side(operator) > LARGEST_SIDE || (long) operator.rows() * operator.columns() > LARGEST_SIZE) {
            return Double.POSITIVE_INFINITY;
        }
        KernelCost cost = backend.cost(side(operator));
        double values = cost.singularValues(operator.rows(), operator.columns());
        if (operator instanceof DenseMatrix) {
            return values;
        }
        long size = (long) operator.rows() * operator.columns();
        double lanczos = NormSearch.guess(side(operator), 1) * step(size, side(operator));
        return explicit(operator, cost) + Math.min(values, lanczos);
    }

    private static double explicit(LinearOperator operator, KernelCost cost) {
        FactorChain chain = FactorChain.of(operator);
        return chain.isExplicit()
                ? cost.product() * chain.multiplications()
                : side(operator) * (double) operator.work() * FROM_MEMORY;
    }

    static int side(LinearOperator operator) {
        return Math.min(operator.rows(), operator.columns());
    }

    /** How many Lanczos steps cost as much as the dense way. */
    double worth() {
        return dense / step;
    }

    /** {@link #worth} as half a sentence. */
    String comparison() {
        return Double.isInfinite(dense)
                ? "too large to be made dense"
                : "the dense way was estimated to cost as much as " + Math.round(worth());
    }
}

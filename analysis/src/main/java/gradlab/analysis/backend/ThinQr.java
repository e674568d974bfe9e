package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;

/**
 * The thin decomposition {@code A = Q R} of an m by n matrix, with k = min(m, n).
 *
 * @param q orthonormal columns, m by k
 * @param r upper triangular (upper trapezoidal if m < n), k by n; the signs of its diagonal are any
 */
public record ThinQr(DenseMatrix q, DenseMatrix r) {}

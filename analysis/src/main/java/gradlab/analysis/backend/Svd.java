package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;

/**
 * The thin singular value decomposition {@code A = U diag(s) V'} of an m by n matrix, with k = min(m, n).
 *
 * <p>Accuracy: backward stable, each singular value within a small multiple of k times 1e-16 times the largest one.
 *
 * @param u left singular vectors as columns, m by k
 * @param singularValues k values, descending, not negative
 * @param v right singular vectors as columns, n by k
 */
public record Svd(DenseMatrix u, Vector singularValues, DenseMatrix v) {}

package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;

/**
 * The decomposition {@code A = Q diag(values) Q'} of a symmetric n by n matrix.
 *
 * @param values the eigenvalues, descending
 * @param vectors orthonormal eigenvectors as columns, n by n
 */
public record SymmetricEigen(Vector values, DenseMatrix vectors) {}

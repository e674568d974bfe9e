package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;

/**
 * Eigenvalues and right eigenvectors {@code A (x + iy) = lambda (x + iy)} of a general real n by n matrix, each vector of
 * length 1. A defective matrix has fewer independent vectors than n: then some of the columns are parallel to rounding.
 *
 * @param eigenvalues the n eigenvalues in their usual order
 * @param real real parts of the eigenvectors as columns, n by n, in the order of the eigenvalues
 * @param imaginary imaginary parts likewise
 */
public record Eigenvectors(Eigenvalues eigenvalues, DenseMatrix real, DenseMatrix imaginary) {}

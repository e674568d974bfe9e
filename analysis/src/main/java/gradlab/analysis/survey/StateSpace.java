package gradlab.analysis.survey;

import gradlab.analysis.operator.DenseMatrix;

/**
 * A linear system with inputs and outputs: x(t+1) = A x(t) + B u(t), or x' = A x + B u, and y = C x + D u.
 *
 * @param file the file's name as it was given
 * @param format what the file is
 * @param a A, n x n
 * @param b B, n x inputs
 * @param c C, outputs x n
 * @param d D, outputs x inputs
 */
public record StateSpace(String file, String format, DenseMatrix a, DenseMatrix b, DenseMatrix c, DenseMatrix d) {}

/**
 * Dense kernels over row-major {@code double[]} arrays, and the one place that imports the matrix decompositions of
 * other libraries. Everything here runs in one thread and in a fixed order.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.backend;

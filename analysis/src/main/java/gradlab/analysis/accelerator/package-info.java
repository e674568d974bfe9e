/**
 * The machine's own kernels: OpenBLAS where it loads, plain Java where it does not. Results agree to rounding, not to the
 * bit, so nothing that leads to a verdict may use them: only what prints reports and measures speed asks this package,
 * and hands what it gets to algorithms that take a {@link gradlab.analysis.backend.DenseBackend}.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.accelerator;

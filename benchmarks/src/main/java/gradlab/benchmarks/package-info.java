/** How fast is it? Benchmarks of the hot kernels, alone (JMH) and beside numpy. */
@org.jspecify.annotations.NullMarked
package gradlab.benchmarks;

/**
 * Rigorous enclosures: interval arithmetic on binary64 end points with outward rounding, elementary functions, interval
 * matrices, and proved bounds of norms, singular values, spectral radii, determinants and inverses.
 *
 * <p>The contract of every operation here is inclusion: the result contains the exact real result for all choices of
 * reals inside the arguments. Nothing in this package ever answers NaN, depends on the number of threads, on native
 * code or on {@code Math}'s platform-dependent transcendental functions, so the same arguments give the same bits on
 * every machine.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.interval;

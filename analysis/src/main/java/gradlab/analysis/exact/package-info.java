/**
 * Exact arithmetic: numbers of the form r sqrt(s), matrices of them, and the comparisons of norms, singular values
 * and spectral radii that decide a tie. Nothing here rounds: an estimate may propose an answer, only integer
 * arithmetic accepts it. What cannot be decided, or would cost more than {@link
 * gradlab.analysis.exact.WorkBound}, is an empty answer, never a guess.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.exact;

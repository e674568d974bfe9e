/**
 * The independent checker: reads ground cases that the prover wrote down and judges them by its own arithmetic, and sees that the
 * leaves of a cover leave nothing out. It uses the
 * JDK alone and shares no code with any other package, so that it can be read, and trusted, by itself.
 *
 * <h2>The language</h2>
 *
 * A text is a sequence of parts, the claim last; {@code ;} starts a comment to the end of the line.
 *
 * <pre>
 * text     = [ (arithmetic FORMAT) ]
 *            { (var NAME value) | (free NAME shape) | (random NAME distribution) | (let NAME value) | (where statement) }
 *            (claim statement)
 * number   = integer | integer/integer | hexadecimal double      -3   355/113   0x1.8p-3
 * name     = a letter or _, then letters, digits, _ and .        not one of the constants below
 * </pre>
 *
 * {@code free} binds a variable that may be any number, vector, matrix or list: {@code (free rows columns)} or {@code (list
 * shape ...)}; the answer then speaks of all of them. {@code random} binds a random variable, independent of all others:
 * {@code (gaussian)}, {@code (gaussian n)}, {@code (gaussian m n)}, {@code (gaussian m n deviation)}, {@code (rademacher n)},
 * {@code (rademacher n deviation)}, {@code (uniform a b)}, {@code (uniform n a b)}, {@code (uniform m n a b)}, {@code (list k
 * distribution)}. Terms that mention either are polynomials; {@code (E x)} and {@code (Var a)} integrate the random ones out,
 * one variable at a time. Of rectified polynomials the mean is known where a change of signs halves it. Polynomials compare
 * where they differ by a number, and otherwise the answer is UNDECIDED; so it is where something is no polynomial.
 *
 * <p>{@code arithmetic} makes every number and every operation one of a floating-point format: binary64, binary32, binary16 or
 * bfloat16, with the operations that the format fixes and without boxes, symbols and randomness.
 *
 * <p>{@code var} binds a variable to its value in this case, {@code let} names an expression; the checker treats them alike:
 * both may use earlier names, neither may redefine one. Anywhere a number may stand, {@code (box lo hi)} with rational ends
 * stands for every real number in [lo, hi]: the answer then speaks of all points of the box, and HOLDS or VIOLATED means at
 * each of them. A name whose expression has no value makes what uses it undefined.
 *
 * <pre>
 * constants   pi e true false
 * statements  (&lt; a b) (&lt;= a b) (&gt; a b) (&gt;= a b) (== a b) (!= a b)      == and != also of vectors and matrices
 *             (and p q) (or p q) (implies p q) (not p) (all i from to p) (isfinite a)
 * choice      (if p a b)
 * numbers     (+ a b) (- a b) (* a b) (/ a b) (^ a b) (neg a) (min a ...) (max a ...) (sum i from to a) (prod i from to a)
 *             abs sqrt exp log log2 sin cos tan tanh sigmoid erf floor ceil, each of one number
 * values      (vector a ...) (matrix rows columns a ...) row by row, (list a ...), (index x i) (index A i j) from 0
 *             (identity n) (zeros n) (zeros m n) (ones n) (ones m n) (diag v)
 * algebra     + - * / neg of vectors and matrices too; * is also matrix by matrix, matrix by vector, number by either
 *             (transpose A) (inverse A) (power A k) (chain list) with the first of the list applied first
 * measures    (norm x) (norm1 x) (norminf x) (frobenius A) (dot u v) (sumv v) (mean v) (variance v) by n
 *             (det A) (trace A) (sigma A i) from 1, (sigma_max A) (sigma_min A) (cond A) (rho A) (rank A)
 *             (abscissa A) (numerical_abscissa A) (kreiss A) (kreiss_continuous A)
 * layers      relu tanh sigmoid softmax identity_map (leaky_relu a) (dense W) (dense W b) (layernorm eps)
 *             (layernorm eps gamma) (layernorm eps gamma beta) (residual f) (residual f h) (sequential f ...) f first,
 *             (repeat f k)
 * means       (E x) (Var a)
 * of layers   (apply f x) (jacobian f x) (derivative f a); (relu x), (tanh x), ... for (apply relu x)
 * </pre>
 *
 * A vector is a matrix of one column. Norms of matrices: {@code norm} the spectral norm, {@code norm1} the largest absolute
 * column sum, {@code norminf} the largest absolute row sum.
 *
 * <h2>Truth</h2>
 *
 * The connectives look at the left side first. A false left side of {@code and} and {@code implies} and a true one of
 * {@code or} settle the matter without a look at the right; an undefined or undecided left side makes the whole so. Undefined
 * are division by zero, the root of a negative number, the logarithm of a number not above 0, 0^0, a negative number to a
 * power that is no integer, the inverse of a singular matrix, and the derivative of a layer of which a part is at a kink.
 *
 * <h2>Arithmetic</h2>
 *
 * Rational numbers and square roots of rational numbers are exact, with sums of roots where they are again roots, up to 8192
 * bits; everything else is an interval of 208 bits. Singular values of exact matrices are exact where their squares are
 * rational, otherwise bounded by counting negative pivots. Spectral radius and abscissa are exact for triangular, 2 x 2 and
 * exactly symmetric matrices, bounded by bisection for others up to order 12; Kreiss constants are bounded by norms of powers. Limits: 2^22 characters, 200 levels, 4096 numbers a matrix, 64 x 64 for singular values and Jacobians,
 * 10,000 repetitions, 1000 layers inside one another, exponents of powers up to 2^20, ranges within a million, and a bound of the work as a whole: beyond the
 * first of these a {@link gradlab.verification.recheck.RecheckException}, beyond the work or 2^20000 the answer UNDECIDED.
 */
package gradlab.verification.recheck;

package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.recheck.CaseCheck.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ground cases whose truth is known. */
class CaseCheckerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
# arithmetic and exact ties
HOLDS | (== (+ 1/3 1/6) 1/2)
HOLDS | (< 0x1.999999999999p-4 1/10)
VIOLATED | (<= 0x1.999999999999ap-4 1/10)
HOLDS | (== (^ 2/3 -3) 27/8)
HOLDS | (== (^ 234/100 2) 54756/10000)
HOLDS | (== (neg (- 3 5)) 2)
HOLDS | (== (floor -7/2) -4)
HOLDS | (== (ceil -7/2) -3)
HOLDS | (== (floor (sqrt 10)) 3)
HOLDS | (== (min 3 (sqrt 8) 4) (* 2 (sqrt 2)))
HOLDS | (== (max (neg (sqrt 2)) -3/2) (neg (sqrt 2)))
HOLDS | (== (* (sqrt 2) (sqrt 8)) 4)
HOLDS | (== (+ (sqrt 2) (sqrt 8)) (sqrt 18))
HOLDS | (== (- (sqrt 8) (sqrt 2)) (sqrt 2))
HOLDS | (== (- (sqrt 2) (sqrt 2)) 0)
HOLDS | (== (- (sqrt 2) (sqrt 8)) (neg (sqrt 2)))
HOLDS | (== (/ 1 (sqrt 1/100000)) (sqrt 100000))
HOLDS | (< (sqrt 2) 1414213562373095048801688724209698078569671875377/1000000000000000000000000000000000000000000000000)
VIOLATED | (< (sqrt 2) 1414213562373095048801688724209698078569671875376/1000000000000000000000000000000000000000000000000)
HOLDS | (== (^ 9 1/2) 3)
HOLDS | (== (^ (sqrt 2) 10) 32)
HOLDS | (< (+ (sqrt 2) (sqrt 3)) 3147/1000)
HOLDS | (== (abs (neg (sqrt 3))) (sqrt 3))
HOLDS | (!= (sqrt 2) 665857/470832)
# elementary functions
HOLDS | (== (exp 0) 1)
HOLDS | (== (log 1) 0)
HOLDS | (== (log2 1/1024) -10)
HOLDS | (== (cos 0) 1)
HOLDS | (== (tanh 0) 0)
HOLDS | (== (sigmoid 0) 1/2)
HOLDS | (== (erf 0) 0)
HOLDS | (and (< 314159265/100000000 pi) (< pi 314159266/100000000))
HOLDS | (and (< 271828182/100000000 e) (< e 271828183/100000000))
HOLDS | (< (abs (sin pi)) 1/1000000000000000000000000000000)
UNDECIDED | (== (sin pi) 0)
HOLDS | (< (abs (- (log 10) 2302585092994/1000000000000)) 1/1000000000000)
HOLDS | (< (exp 1/1000000) (+ 1 1000001/1000000000000))
HOLDS | (< (tanh 30) 1)
HOLDS | (and (> (tanh 300) 99/100) (<= (tanh 300) 1))
HOLDS | (and (< (tanh -300) -99/100) (>= (tanh -300) -1))
HOLDS | (and (> (erf 20) 99/100) (<= (erf 20) 1))
HOLDS | (< (erf 5) 1)
VIOLATED | (>= (sigmoid -40) 1/100000000000000000)
HOLDS | (< (tan 157/100) 1256)
HOLDS | (< (^ 2 (sqrt 2)) 26651441427/10000000000)
# undefined is neither true nor false
UNDEFINED | (== (/ 1 0) 1)
UNDEFINED | (!= (/ 1 0) 1)
UNDEFINED | (not (< (sqrt -1) 1))
UNDEFINED | (< (log 0) 1)
UNDEFINED | (== (^ 0 0) 1)
UNDEFINED | (== (^ 0 -1) 1)
UNDEFINED | (== (^ -2 1/3) 1)
UNDEFINED | (== (* 0 (/ 1 0)) 0)
UNDEFINED | (implies (< (/ 1 0) 1) true)
UNDEFINED | (implies true (< (/ 1 0) 1))
HOLDS | (implies false (< (/ 1 0) 1))
VIOLATED | (and false (< (/ 1 0) 1))
HOLDS | (or true (< (/ 1 0) 1))
UNDEFINED | (or (< (/ 1 0) 1) true)
UNDEFINED | (and true (< (/ 1 0) 1))
HOLDS | (== (if (< 1 2) 3 (/ 1 0)) 3)
UNDEFINED | (== (index (inverse (matrix 2 2 1 2 2 4)) 0 0) 1)
UNDECIDED | (== (/ 1 (sin pi)) 1)
# ranges
HOLDS | (== (sum i 1 100 i) 5050)
HOLDS | (== (prod i 1 10 (/ (+ i 1) i)) 11)
HOLDS | (all i 0 9 (< (index (vector 0 1 2 3 4 5 6 7 8 9) i) (+ i 1)))
VIOLATED | (all i 0 9 (< i 9))
HOLDS | (== (sum i 1 0 (/ 1 0)) 0)
HOLDS | (== (sum i 1 3 (sum j 1 i j)) 10)
# vectors and matrices
HOLDS | (== (norm (vector 3 4)) 5)
HOLDS | (== (norm (vector 1 1)) (sqrt 2))
HOLDS | (== (norm1 (vector 3 -4)) 7)
HOLDS | (== (norminf (vector 3 -4)) 4)
HOLDS | (== (norm1 (matrix 2 2 1 2 3 4)) 6)
HOLDS | (== (norminf (matrix 2 2 1 2 3 4)) 7)
HOLDS | (== (frobenius (matrix 2 2 1 2 3 4)) (sqrt 30))
HOLDS | (== (dot (vector 1 2 3) (vector 4 5 6)) 32)
HOLDS | (== (variance (vector 1 2 3 4)) 5/4)
HOLDS | (== (mean (vector 1 2 3 4)) 5/2)
HOLDS | (== (sumv (vector 1 2 3 4)) 10)
HOLDS | (== (det (matrix 3 3 1 2 3 4 5 6 7 8 10)) -3)
HOLDS | (== (det (matrix 4 4 2 0 0 1 0 3 0 0 0 0 5 0 1 0 0 2)) 45)
HOLDS | (== (det (matrix 4 4 1 2 3 4 2 4 6 8 0 1 0 1 5 5 5 5)) 0)
HOLDS | (== (trace (matrix 2 2 1 2 3 4)) 5)
HOLDS | (== (* (matrix 2 2 1 2 3 4) (inverse (matrix 2 2 1 2 3 4))) (identity 2))
HOLDS | (== (* (matrix 2 2 1 2 3 4) (vector 1 1)) (vector 3 7))
HOLDS | (== (transpose (matrix 1 2 1 2)) (matrix 2 1 1 2))
HOLDS | (== (power (matrix 2 2 1 1 0 1) 1000) (matrix 2 2 1 1000 0 1))
HOLDS | (== (chain (list (matrix 2 2 0 1 0 0) (diag (vector 1 2)))) (matrix 2 2 0 1 0 0))
HOLDS | (== (+ (ones 2 2) (neg (identity 2))) (matrix 2 2 0 1 1 0))
# norms and singular values, ties included
HOLDS | (<= (norm (matrix 3 3 1 2 2 2 1 -2 2 -2 1)) 3)
VIOLATED | (< (norm (matrix 3 3 1 2 2 2 1 -2 2 -2 1)) 3)
HOLDS | (== (norm (ones 9 9)) 9)
HOLDS | (== (norm (matrix 2 2 3/5 -4/5 4/5 3/5)) 1)
HOLDS | (== (norm (* (/ 1 (sqrt 2)) (matrix 2 2 1 1 1 -1))) 1)
UNDECIDED | (== (norm (matrix 2 2 1 1 0 1)) (sqrt (/ (+ 3 (sqrt 5)) 2)))
HOLDS | (< (norm (matrix 2 2 1 1 0 1)) 1618033988749894849/1000000000000000000)
VIOLATED | (< (norm (matrix 2 2 1 1 0 1)) 1618033988749894848/1000000000000000000)
HOLDS | (== (sigma (diag (vector 5 -3 4)) 2) 4)
HOLDS | (== (sigma_min (matrix 2 2 1 2 2 4)) 0)
HOLDS | (== (sigma_min (matrix 2 3 1 0 0 0 2 0)) 1)
HOLDS | (== (cond (diag (vector 6 -3))) 2)
UNDEFINED | (== (cond (ones 2 2)) 1)
HOLDS | (== (norm (matrix 2 2 0 10 0 0)) 10)
HOLDS | (== (sigma (identity 5) 3) 1)
HOLDS | (== (sigma_max (diag (vector 0x1.999999999999ap-4 1/20))) 0x1.999999999999ap-4)
HOLDS | (== (rho (matrix 2 2 0 1 -1 0)) 1)
HOLDS | (== (rho (matrix 2 2 9/10 10 0 9/10)) 9/10)
HOLDS | (== (rho (matrix 2 2 2 1 1 2)) 3)
HOLDS | (== (rho (matrix 3 3 0 1 1 1 0 1 1 1 0)) 2)
HOLDS | (== (rho (matrix 2 2 1 4 1 1)) 3)
# layers, kinks
HOLDS | (== (apply relu (vector -1 0 2)) (vector 0 0 2))
HOLDS | (== (relu -3) 0)
HOLDS | (== (apply (leaky_relu 1/10) (vector -1 2)) (vector -1/10 2))
HOLDS | (== (jacobian relu (vector -1 2)) (diag (vector 0 1)))
UNDEFINED | (== (jacobian relu (vector 0 2)) (diag (vector 0 1)))
UNDEFINED | (== (derivative relu 0) 0)
UNDEFINED | (!= (derivative relu 0) 0)
HOLDS | (== (derivative (leaky_relu 1) 0) 1)
HOLDS | (== (derivative tanh 0) 1)
HOLDS | (== (derivative sigmoid 0) 1/4)
HOLDS | (< (derivative tanh 1/100) 1)
HOLDS | (== (apply softmax (vector 7 7 7 7)) (* 1/4 (ones 4)))
HOLDS | (== (norm (jacobian softmax (vector 3 3))) 1/2)
HOLDS | (== (norm (jacobian (layernorm 1/100000) (vector 5 5 5))) (sqrt 100000))
HOLDS | (<= (norm (jacobian (layernorm 1/100000) (vector 1 2 4))) (sqrt 100000))
HOLDS | (== (norm (jacobian (layernorm 1/4) (vector 1 -1))) (/ 1/4 (^ (sqrt 5/4) 3)))
HOLDS | (== (norm (jacobian (layernorm 1) (vector 0 3 6))) (/ 1 (sqrt 7)))
UNDEFINED | (== (norm (apply (layernorm 0) (vector 1 1))) 0)
HOLDS | (== (apply (layernorm 0 (vector 2 3) (vector 1 1)) (vector 1 3)) (vector -1 4))
HOLDS | (== (jacobian (residual relu 1/2) (vector 1 -1)) (diag (vector 3/2 1)))
HOLDS | (== (apply (residual (dense (matrix 1 1 2))) (vector 3)) (vector 9))
HOLDS | (== (norm (jacobian (repeat (sequential (dense (diag (vector 8/5 2/5))) relu) 10) (vector 1 1))) (^ 8/5 10))
HOLDS | (> (^ 8/5 10) 109)
HOLDS | (== (jacobian (sequential (dense (matrix 1 2 3 4) (vector -1)) relu) (vector 1 1)) (matrix 1 2 3 4))
HOLDS | (== (apply (repeat (dense (matrix 1 1 2)) 0) (vector 3)) (vector 3))
HOLDS | (< (abs (- (norm (jacobian (sequential (dense (diag (vector 8/5 2/5))) tanh) (vector 1 1))) 34225/100000)) 1/10000)
HOLDS | (== (jacobian identity_map (vector 1 2)) (identity 2))
""")
    void groundCases(Answer answer, String claim) {
        assertThat(CaseChecker.check("(claim " + claim + ")").claim()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
HOLDS | 0 | 1 | (<= (* x (- 1 x)) 1)
UNDECIDED | 0 | 1 | (<= (* x (- 1 x)) 1/4)
HOLDS | 0 | 1/4 | (<= (* x (- 1 x)) 1/4)
VIOLATED | 2 | 3 | (< (* x x) 4)
UNDECIDED | 1 | 3 | (< (* x x) 4)
HOLDS | -1 | 2 | (<= (^ x 2) 4)
HOLDS | -1 | 2 | (>= (^ x 2) 0)
HOLDS | -2 | 2 | (<= (tanh x) 1)
HOLDS | -2 | 2 | (and (> (derivative tanh x) 0) (<= (derivative tanh x) 1))
HOLDS | -2 | 2 | (<= (derivative sigmoid x) 1/4)
UNDECIDED | -1 | 1 | (== (derivative relu x) 1)
HOLDS | 1/100 | 1 | (== (derivative relu x) 1)
HOLDS | -1 | -1/100 | (== (derivative relu x) 0)
UNDECIDED | -1 | 1 | (!= (/ 1 x) 0)
UNDECIDED | -1 | 1 | (>= (sqrt x) 0)
UNDECIDED | 0 | 1 | (implies (> x 1/2) (> x 0))
HOLDS | 1 | 2 | (and (<= (sin x) 1) (> (sin x) 84/100))
HOLDS | 1 | 2 | (>= (sin x) 84/100)
VIOLATED | 3 | 4 | (> (cos x) -65/100)
HOLDS | 3 | 4 | (>= (cos x) -1)
UNDECIDED | 1 | 2 | (> (tan x) 0)
HOLDS | 1 | 3/2 | (> (tan x) 3/2)
HOLDS | 0 | 1 | (<= (norm (diag (vector x 1/2))) 1)
HOLDS | 1 | 2 | (<= (norm (matrix 2 2 x 1 -1 x)) 3)
HOLDS | 1 | 101/100 | (< (norm (matrix 2 2 x 1 -1 x)) 144/100)
HOLDS | 1 | 101/100 | (> (norm (matrix 2 2 x 1 -1 x)) 140/100)
UNDECIDED | 1 | 2 | (< (norm (matrix 2 2 x 1 -1 x)) 2)
UNDECIDED | 1 | 2 | (> (norm (matrix 2 2 x 1 -1 x)) 17/10)
UNDECIDED | 1 | 2 | (< (sin x) 95/100)
UNDECIDED | 4 | 5 | (> (sin x) -99/100)
HOLDS | 1 | 2 | (> (det (matrix 2 2 x 1 -1 x)) 0)
HOLDS | 1 | 2 | (<= (log x) (- x 1/100))
UNDECIDED | 0 | 1 | (== x x)
HOLDS | 0 | 1 | (!= x 2)
HOLDS | 1 | 1 | (== x 1)
UNDEFINED | 0 | 1 | (< x (/ 1 0))
HOLDS | -1 | 1 | (<= (abs x) 1)
HOLDS | -1 | 1 | (<= (max x 0) 1)
HOLDS | -3 | 2 | (>= (^ x 3) -27)
HOLDS | -1 | 1 | (and (<= (apply relu x) 1) (>= (relu x) 0))
UNDECIDED | 0 | 3 | (== (floor x) 1)
HOLDS | 5/4 | 7/4 | (== (floor x) 1)
""")
    void boxes(Answer answer, String low, String high, String claim) {
        CaseCheck check = CaseChecker.check("(var x (box " + low + " " + high + "))\n(claim " + claim + ")");
        assertThat(check.claim()).as(check.reason()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
HOLDS | (== (+ 2048 1) 2048)
HOLDS | (== (+ (+ 2048 1) 1) 2048)
HOLDS | (== (+ 2048 (+ 1 1)) 2050)
HOLDS | (!= (+ 1/10 2/10) 3/10)
HOLDS | (== (* 3 (/ 1 3)) 1)
HOLDS | (== (sum i 2046 2048 i) 6140)
HOLDS | (== (prod i 1 3 (/ i 3)) (* (/ 1 3) (/ 2 3)))
HOLDS | (== (norm (vector 3 4)) 5)
HOLDS | (== (dot (vector 2048 1 1) (vector 1 1 1)) 2048)
HOLDS | (== (* (matrix 2 2 1 1 0 1) (vector 2048 1)) (vector 2048 1))
HOLDS | (== (mean (vector 1 2)) 3/2)
HOLDS | (== (^ 3 -1) (/ 1 3))
HOLDS | (== (if (< (sqrt 2) 1) 1 (index (vector 4 5) 1)) 5)
VIOLATED | (all i 1 3000 (!= (+ i 1) i))
HOLDS | (or true (< (* 65504 2) 1))
UNDEFINED | (< (* 65504 2) 1)
UNDEFINED | (< (/ 1 0) 1)
UNDEFINED | (< (sqrt -1) 1)
""")
    void roundedCases(Answer answer, String claim) {
        assertThat(CaseChecker.check("(arithmetic binary16) (claim " + claim + ")")
                        .claim())
                .isEqualTo(answer);
    }

    /** The square of the norm of [[k, 1], [0, 1]] is k² + 1 + 1/k² + ...: close to an integer, but above it. */
    @Test
    void nearlyIntegerEigenvaluesAreNotTakenForIntegers() {
        String norm = "(norm (matrix 2 2 32768 1 0 1))";
        assertThat(CaseChecker.check("(claim (> " + norm + " (sqrt 1073741825)))")
                        .claim())
                .isEqualTo(Answer.HOLDS);
        assertThat(CaseChecker.check("(claim (== (^ " + norm + " 2) 1073741825))")
                        .claim())
                .isEqualTo(Answer.VIOLATED);
    }

    @Test
    void hypothesesAreAnsweredApart() {
        CaseCheck check = CaseChecker.check("""
                ; layer norm at a constant input
                (var n 3) (var x (vector 1 1 1)) (let eps 1/100000)
                (let J (jacobian (layernorm eps) x))
                (where (> (norm x) 0)) (where (< n 3)) (where (> (/ 1 0) 1))
                (claim (<= (norm J) (/ 1 (sqrt eps))))
                """);
        assertThat(check.claim()).isEqualTo(Answer.HOLDS);
        assertThat(check.hypotheses()).isEqualTo(Answer.VIOLATED);
        assertThat(check.confirms()).isFalse();
        CaseCheck plain = CaseChecker.check("(where (< 1 2)) (claim (< 2 1))");
        assertThat(plain.refutes()).isTrue();
        assertThat(plain.confirms()).isFalse();
        assertThat(CaseChecker.check("(where (> (/ 1 0) 1)) (claim true)").hypotheses())
                .isEqualTo(Answer.UNDEFINED);
        assertThat(CaseChecker.check("(where (< 1 2)) (claim true)").confirms()).isTrue();
    }

    @Test
    void namesWithoutValueHurtOnlyWhereUsed() {
        assertThat(CaseChecker.check("(let a (/ 1 0)) (claim (or true (< a 1)))")
                        .claim())
                .isEqualTo(Answer.HOLDS);
        CaseCheck used = CaseChecker.check("(let a (/ 1 0)) (claim (< a 1))");
        assertThat(used.claim()).isEqualTo(Answer.UNDEFINED);
        assertThat(used.reason()).isEqualTo("division by zero");
    }
}

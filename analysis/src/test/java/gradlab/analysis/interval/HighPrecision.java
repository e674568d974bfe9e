package gradlab.analysis.interval;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to about 60 digits by series, independent of the code under test. */
final class HighPrecision {
    private static final MathContext DIGITS = new MathContext(110);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-100");
    static final BigDecimal PI = machin();

    private HighPrecision() {}

    static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(TWO, DIGITS);
            halvings++;
        }
        BigDecimal result = powerSeries(ONE, small, 0, 1);
        for (int i = 0; i < halvings; i++) {
            result = result.multiply(result, DIGITS);
        }
        return result;
    }

    static BigDecimal log(BigDecimal y) {
        BigDecimal x = new BigDecimal(StrictMath.log(y.doubleValue()));
        for (int i = 0; i < 5; i++) {
            BigDecimal power = exp(x);
            BigDecimal quotient = y.subtract(power).divide(y.add(power), DIGITS);
            x = x.add(quotient.multiply(TWO), DIGITS);
        }
        return x;
    }

    static BigDecimal sin(BigDecimal x) {
        BigDecimal turns = x.divide(PI, 0, RoundingMode.HALF_EVEN);
        BigDecimal rest = x.subtract(turns.multiply(PI)).round(DIGITS);
        BigDecimal sine = powerSeries(rest, rest.multiply(rest, DIGITS).negate(), 1, 2);
        return turns.toBigInteger().testBit(0) ? sine.negate() : sine;
    }

    static BigDecimal cos(BigDecimal x) {
        return sin(x.add(PI.divide(TWO)));
    }

    static BigDecimal tan(BigDecimal x) {
        return sin(x).divide(cos(x), DIGITS);
    }

    static BigDecimal sinh(BigDecimal x) {
        return x.abs().compareTo(ONE) < 0
                ? powerSeries(x, x.multiply(x, DIGITS), 1, 2)
                : exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal tanh(BigDecimal x) {
        return sinh(x).divide(cosh(x), DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
    }

    /** By the alternating Maclaurin series, enough for |x| <= 6. */
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS).negate();
        BigDecimal power = x;
        BigDecimal sum = ZERO;
        for (int n = 0; n < 400; n++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
            power = power.multiply(square).divide(BigDecimal.valueOf(n + 1L), DIGITS);
        }
        return sum.multiply(TWO).divide(PI.sqrt(DIGITS), DIGITS);
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(y.multiply(log(x)));
    }

    /** first (1 + x/((s+1)...(s+step)) + ...): each term is the one before times x over the next {@code step} integers. */
    private static BigDecimal powerSeries(BigDecimal first, BigDecimal x, int start, int step) {
        BigDecimal sum = ZERO;
        BigDecimal term = first;
        int n = start;
        while (term.signum() != 0 && term.abs().compareTo(sum.abs().multiply(NEGLIGIBLE)) > 0) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(x, DIGITS);
            for (int i = 0; i < step; i++) {
                n++;
                term = term.divide(BigDecimal.valueOf(n), DIGITS);
            }
        }
        return sum;
    }

    private static BigDecimal machin() {
        return BigDecimal.valueOf(16)
                .multiply(arctanOfReciprocal(5))
                .subtract(BigDecimal.valueOf(4).multiply(arctanOfReciprocal(239)));
    }

    private static BigDecimal arctanOfReciprocal(int n) {
        int digits = 450;
        BigDecimal power = ONE.divide(BigDecimal.valueOf(n), digits, RoundingMode.HALF_EVEN);
        BigDecimal sum = ZERO;
        for (int k = 1; power.signum() != 0; k += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(k), digits, RoundingMode.HALF_EVEN);
            sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigDecimal.valueOf((long) n * n), digits, RoundingMode.HALF_EVEN);
        }
        return sum;
    }
}

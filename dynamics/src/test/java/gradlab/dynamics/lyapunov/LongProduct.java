package gradlab.dynamics.lyapunov;

import java.math.BigDecimal;
import java.math.MathContext;

/** A product of matrices with any number of digits: the reference that binary64 is held against. */
final class LongProduct {
    private static final double LN_10 = Math.log(10);

    private final int n;
    private final MathContext digits;
    private BigDecimal[][] product;

    LongProduct(int n, int digits) {
        this.n = n;
        this.digits = new MathContext(digits);
        product = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
            }
        }
    }

    /** Multiplies by J from the left, row-major. */
    void multiply(double[] jacobian) {
        BigDecimal[][] next = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int l = 0; l < n; l++) {
                    sum = sum.add(new BigDecimal(jacobian[i * n + l]).multiply(product[l][j], digits), digits);
                }
                next[i][j] = sum;
            }
        }
        product = next;
    }

    /** ln r_jj of the product, from the pivots of its Gram matrix. */
    double[] logs() {
        BigDecimal[][] gram = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int l = 0; l < n; l++) {
                    sum = sum.add(product[l][i].multiply(product[l][j], digits), digits);
                }
                gram[i][j] = sum;
            }
        }
        double[] logs = new double[n];
        for (int j = 0; j < n; j++) {
            logs[j] = log(gram[j][j]) / 2;
            for (int i = j + 1; i < n; i++) {
                BigDecimal factor = gram[i][j].divide(gram[j][j], digits);
                for (int l = j + 1; l < n; l++) {
                    gram[i][l] = gram[i][l].subtract(factor.multiply(gram[j][l], digits), digits);
                }
            }
        }
        return logs;
    }

    private static double log(BigDecimal positive) {
        int exponent = positive.precision() - positive.scale();
        return Math.log(positive.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * LN_10;
    }
}

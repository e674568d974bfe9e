package gradlab.analysis.moment;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** How a random number of unit size is distributed. Each law is the same for a number and its negative. */
public enum Law {
    /** Normal with mean 0 and variance 1. */
    GAUSSIAN {
        @Override
        BigFraction evenMoment(int k) {
            BigInteger product = BigInteger.ONE;
            for (int j = k - 1; j > 1; j -= 2) {
                product = product.multiply(BigInteger.valueOf(j));
            }
            return new BigFraction(product);
        }
    },
    /** 1 or -1, each with probability 1/2. */
    RADEMACHER {
        @Override
        BigFraction evenMoment(int k) {
            return BigFraction.ONE;
        }
    },
    /** Uniform from -1 to 1. */
    UNIFORM {
        @Override
        BigFraction evenMoment(int k) {
            return new BigFraction(1, k + 1);
        }
    };

    abstract BigFraction evenMoment(int k);

    /** E z^k, for k from 0: (k - 1)!!, 1 or 1/(k + 1) for even k, and 0 for odd. */
    public BigFraction moment(int k) {
        if (k < 0) {
            throw new IllegalArgumentException("k must not be negative, was " + k);
        }
        return k % 2 == 0 ? evenMoment(k) : BigFraction.ZERO;
    }

    /** Whether no number has a probability above 0. */
    public boolean isContinuous() {
        return this != RADEMACHER;
    }

    /** Whether it never leaves [-1, 1]. */
    public boolean isBounded() {
        return this != GAUSSIAN;
    }
}

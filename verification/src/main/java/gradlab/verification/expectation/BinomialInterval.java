package gradlab.verification.expectation;

import gradlab.analysis.interval.Interval;

/** The exact interval of a probability of which hits were counted (clopperpearson1934). */
public final class BinomialInterval {

    /** More than all rounding here, so that the interval stays valid. */
    private static final double ROUNDING = 1e-9;

    private static final double NEGLIGIBLE = 1e-20;

    private BinomialInterval() {}

    /**
     * The interval of a probability.
     *
     * @param certain hits
     * @param possible hits, with draws that may have been hits
     * @param draws all draws, at least 1
     * @param error how often at most the interval may miss
     */
    public static Interval of(long certain, long possible, long draws, double error) {
        double half = error / 2 * (1 - ROUNDING);
        double lower = certain == 0 ? 0 : lower(certain, draws, half);
        double upper = possible == draws ? 1 : 1 - lower(draws - possible, draws, half);
        return new Interval(lower * (1 - ROUNDING), Math.min(1, upper * (1 + ROUNDING)));
    }

    /** The rate at which at least so many hits have the probability of an error. */
    private static double lower(long hits, long draws, double error) {
        double low = 0;
        double high = (double) hits / draws;
        for (double middle = high / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (atLeast(hits, draws, middle) > error) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** P(X >= hits) for a rate below hits/draws: the terms fall from the first on. */
    private static double atLeast(long hits, long draws, double rate) {
        double term = StrictMath.exp(
                logChoose(draws, hits) + hits * StrictMath.log(rate) + (draws - hits) * StrictMath.log1p(-rate));
        double odds = rate / (1 - rate);
        double ratio = 1;
        double sum = 0;
        for (long k = hits; k <= draws && ratio > NEGLIGIBLE; k++) {
            sum += ratio;
            ratio *= odds * (draws - k) / (k + 1.0);
        }
        return term * sum;
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** By Stirling's series from 20 on, whose error there is below 1e-15. */
    private static double logFactorial(long n) {
        if (n < 20) {
            double product = 1;
            for (long i = 2; i <= n; i++) {
                product *= i;
            }
            return StrictMath.log(product);
        }
        double x = n + 1.0;
        double series = 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * StrictMath.pow(x, 5))
                - 1 / (1680 * StrictMath.pow(x, 7));
        return (x - 0.5) * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * StrictMath.PI) + series;
    }
}

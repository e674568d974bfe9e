package gradlab.verification.search;

/** Exact upper confidence bounds of a rate (clopperpearson1934). */
public final class RateBound {

    private static final double LEVEL = 0.05;

    private RateBound() {}

    /**
     * The largest rate under which seeing at most {@code hits} in {@code draws} independent draws still has probability
     * 5 %; 1 without draws. For no hits it is 1 - 0.05^(1/draws). Rounded up.
     *
     * @throws IllegalArgumentException unless 0 <= hits <= draws
     */
    public static double upper95(int hits, int draws) {
        if (hits < 0 || hits > draws) {
            throw new IllegalArgumentException("hits must be from 0 to draws = " + draws + ", was " + hits);
        }
        if (hits == draws) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (probabilityOfAtMost(hits, draws, middle) > LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.min(1, high * (1 + 1e-12));
    }

    /** Binomial distribution function, summed from logarithms. */
    private static double probabilityOfAtMost(int hits, int draws, double rate) {
        double logTerm = draws * StrictMath.log1p(-rate);
        double logOdds = StrictMath.log(rate) - StrictMath.log1p(-rate);
        double sum = StrictMath.exp(logTerm);
        for (int k = 1; k <= hits; k++) {
            logTerm += StrictMath.log((draws - k + 1.0) / k) + logOdds;
            sum += StrictMath.exp(logTerm);
        }
        return sum;
    }
}

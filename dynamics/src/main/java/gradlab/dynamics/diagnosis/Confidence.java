package gradlab.dynamics.diagnosis;

/**
 * How sure it is that a threshold is passed. By Cantelli's inequality a random number of any distribution lies k or more standard
 * deviations above its mean with a probability of at most 1/(1 + k^2) (cantelli1928). So a measurement that passes a threshold by k
 * times its own scatter has confidence 1 - 1/(1 + k^2): 0 at the threshold, 1/2 one scatter beyond, 0.9 at three, 0.99 at ten.
 * The scatter is estimated robustly from the same series.
 */
final class Confidence {
    private Confidence() {}

    /**
     * The confidence of an excess.
     *
     * @param excess by how much the threshold is passed; 0 or less gives 0
     * @param scatter positive, in the same unit
     */
    static double of(double excess, double scatter) {
        if (!(scatter > 0)) {
            throw new IllegalArgumentException("scatter must be positive, was " + scatter);
        }
        double k = excess / scatter;
        return k > 0 ? 1 - 1 / (1 + k * k) : 0;
    }

    /** Of {@code count} equal observations on end the next is equal with probability (count + 1)/(count + 2) (Laplace's rule). */
    static double ofRepetition(int count) {
        return (count + 1.0) / (count + 2.0);
    }

    /** Of what passed off by itself, or has a harmless explanation too: nine tenths of what counts as harm at most. */
    static double halved(double confidence) {
        return 0.9 * Finding.HARMFUL * confidence;
    }
}

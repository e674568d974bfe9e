package gradlab.dynamics.lyapunov;

/**
 * Delay coordinates of a series: point i is (x_i, x_{i + delay}, ..., x_{i + (dimension - 1) delay}) (takens1981).
 *
 * @param delay in samples
 * @param dimension how many coordinates
 * @param theiler neighbours must be farther apart in time than so many samples (theiler1986)
 */
record Embedding(int delay, int dimension, int theiler) {
    private static final int MOST_DIMENSIONS = 10;
    private static final double FALSE_ENOUGH = 0.01;
    private static final int LONGEST_DELAY = 200;

    /** How many points a series has. */
    int points(int samples) {
        return samples - (dimension - 1) * delay;
    }

    /** The square of the distance of two points, or something above {@code enough}. */
    double squaredDistance(double[] x, int i, int j, double enough) {
        double sum = 0;
        for (int c = 0; c < dimension; c++) {
            double d = x[i + c * delay] - x[j + c * delay];
            sum += d * d;
            if (sum > enough) {
                return sum;
            }
        }
        return sum;
    }

    /** The nearest point among the first {@code points} outside the window; -1 if there is none or it is the same. */
    int nearest(double[] x, int i, int points) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < points; j++) {
            if (Math.abs(i - j) > theiler) {
                double distance = squaredDistance(x, i, j, least);
                if (distance < least && distance > 0) {
                    least = distance;
                    nearest = j;
                }
            }
        }
        return nearest;
    }

    /**
     * The delay is 1 where neighbouring samples are hardly correlated (below 1/e), as those of a map, otherwise the first minimum
     * of the mutual information of samples so far apart (fraserswinney1986); the dimension is the first in which less than 1 % of
     * the nearest neighbours are false (kennel1992); the window is the mean period, that is twice the mean time between crossings
     * of the mean, and at least the length of a point.
     */
    static Embedding chosen(double[] x) {
        int delay = delay(x);
        int period = meanPeriod(x);
        int most = Math.max(1, Math.min(MOST_DIMENSIONS, x.length / (20 * delay)));
        for (int m = 1; m < most; m++) {
            Embedding tried = new Embedding(delay, m, Math.max(period, m * delay));
            if (FalseNeighbours.part(x, tried) < FALSE_ENOUGH) {
                return tried;
            }
        }
        return new Embedding(delay, most, Math.max(period, most * delay));
    }

    private static int delay(double[] x) {
        if (correlation(x, 1) < StrictMath.exp(-1)) {
            return 1;
        }
        int longest = Math.min(LONGEST_DELAY, x.length / 10);
        double before = MutualInformation.of(x, 1);
        for (int lag = 2; lag <= longest; lag++) {
            double now = MutualInformation.of(x, lag);
            if (now > before) {
                return lag - 1;
            }
            before = now;
        }
        return longest;
    }

    private static double correlation(double[] x, int lag) {
        double mean = mean(x);
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += (x[i] - mean) * (x[i] - mean);
            product += i < lag ? 0 : (x[i] - mean) * (x[i - lag] - mean);
        }
        return product / square;
    }

    /** Twice the mean time between crossings of the mean. */
    static int meanPeriod(double[] x) {
        double mean = mean(x);
        int crossings = 0;
        for (int i = 1; i < x.length; i++) {
            crossings += (x[i] > mean) == (x[i - 1] > mean) ? 0 : 1;
        }
        return Math.max(1, Math.min(x.length / 10, 2 * x.length / Math.max(1, crossings)));
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }
}

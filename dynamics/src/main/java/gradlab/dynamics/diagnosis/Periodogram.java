package gradlab.dynamics.diagnosis;

/**
 * The largest ordinate of a periodogram: of n values, the squared amplitude at k cycles, 1 to n/2.
 *
 * @param share its share of the sum of all
 * @param period n/k, in values
 * @param ordinates how many there are
 */
record Periodogram(double share, double period, int ordinates) {

    /** Works it out in n^2 operations; the largest is looked for from {@code fewestCycles} on, the sum is over all. */
    static Periodogram of(double[] values, int fewestCycles) {
        int n = values.length;
        double sum = 0;
        double most = 0;
        int at = fewestCycles;
        for (int k = 1; k <= n / 2; k++) {
            double ordinate = ordinate(values, k) * (2 * k == n ? 0.5 : 1);
            sum += ordinate;
            if (k >= fewestCycles && ordinate > most) {
                most = ordinate;
                at = k;
            }
        }
        return new Periodogram(sum > 0 ? most / sum : 0, (double) n / at, n / 2);
    }

    private static double ordinate(double[] values, int cycles) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < values.length; i++) {
            double angle = 2 * StrictMath.PI * ((long) cycles * i % values.length) / values.length;
            cosine += values[i] * StrictMath.cos(angle);
            sine += values[i] * StrictMath.sin(angle);
        }
        return cosine * cosine + sine * sine;
    }

    /** A bound of the probability that the largest ordinate of white noise has this share. */
    double chance() {
        return ordinates * StrictMath.pow(1 - share, ordinates - 1.0);
    }
}

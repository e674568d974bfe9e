package gradlab.dynamics.lyapunov;

import java.util.Arrays;

/** The mean logarithm of the distance of points that were neighbours, over the time since then, in groups of points. */
final class Divergence {
    static final int GROUPS = 20;
    private static final double WORK = 4e8;
    private static final int MOST_REFERENCES = 4_000;
    private static final int FEWEST_REFERENCES = 200;

    /** Sums of ln d and how many, of each group at each time. */
    private final double[][] sums;

    private final int[][] counts;

    Divergence(double[] x, Embedding embedding, int horizon) {
        sums = new double[GROUPS][horizon + 1];
        counts = new int[GROUPS][horizon + 1];
        int points = embedding.points(x.length) - horizon;
        double affordable = WORK / ((double) points * embedding.dimension());
        int references = (int) Math.max(FEWEST_REFERENCES, Math.min(MOST_REFERENCES, Math.min(points, affordable)));
        for (int r = 0; r < references; r++) {
            int i = (int) ((long) r * points / references);
            int j = embedding.nearest(x, i, points);
            if (j >= 0) {
                follow(x, embedding, i, j, (int) ((long) r * GROUPS / references));
            }
        }
    }

    private void follow(double[] x, Embedding embedding, int i, int j, int group) {
        for (int t = 0; t < sums[group].length; t++) {
            double distance = embedding.squaredDistance(x, i + t, j + t, Double.POSITIVE_INFINITY);
            if (distance > 0) {
                sums[group][t] += StrictMath.log(distance) / 2;
                counts[group][t]++;
            }
        }
    }

    /** The curve without one group; of all for a group that is not there. NaN where nothing is known. */
    double[] without(int left) {
        double[] curve = new double[sums[0].length];
        Arrays.setAll(curve, t -> {
            double sum = 0;
            int count = 0;
            for (int g = 0; g < GROUPS; g++) {
                sum += g == left ? 0 : sums[g][t];
                count += g == left ? 0 : counts[g][t];
            }
            return count == 0 ? Double.NaN : sum / count;
        });
        return curve;
    }
}

package gradlab.dynamics.lyapunov;

/** Points that are neighbours only because the embedding has too few dimensions (kennel1992). */
final class FalseNeighbours {
    private static final double FAR = 15;
    private static final int LOOKS = 500;
    private static final int MOST_POINTS = 20_000;

    private FalseNeighbours() {}

    /** The part of nearest neighbours that one coordinate more takes more than 15 times as far apart. */
    static double part(double[] x, Embedding embedding) {
        int points = Math.min(MOST_POINTS, embedding.points(x.length) - embedding.delay());
        int step = Math.max(1, points / LOOKS);
        int seen = 0;
        int wrong = 0;
        for (int i = 0; i < points; i += step) {
            int j = embedding.nearest(x, i, points);
            if (j >= 0) {
                double distance = Math.sqrt(embedding.squaredDistance(x, i, j, Double.POSITIVE_INFINITY));
                int next = embedding.dimension() * embedding.delay();
                seen++;
                wrong += Math.abs(x[i + next] - x[j + next]) > FAR * distance ? 1 : 0;
            }
        }
        return seen == 0 ? 1 : (double) wrong / seen;
    }
}

package gradlab.dynamics.lyapunov;

/** How much a sample says of one some time later, in nats, from a histogram of 16 by 16 equal boxes. */
final class MutualInformation {
    private static final int BOXES = 16;

    private MutualInformation() {}

    static double of(double[] x, int lag) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double[] joint = new double[BOXES * BOXES];
        double[] now = new double[BOXES];
        double[] later = new double[BOXES];
        int count = x.length - lag;
        for (int i = 0; i < count; i++) {
            int a = box(x[i], low, high);
            int b = box(x[i + lag], low, high);
            joint[a * BOXES + b] += 1.0 / count;
            now[a] += 1.0 / count;
            later[b] += 1.0 / count;
        }
        double information = 0;
        for (int a = 0; a < BOXES; a++) {
            for (int b = 0; b < BOXES; b++) {
                double p = joint[a * BOXES + b];
                information += p == 0 ? 0 : p * StrictMath.log(p / (now[a] * later[b]));
            }
        }
        return information;
    }

    private static int box(double value, double low, double high) {
        return Math.min(BOXES - 1, (int) ((value - low) / (high - low) * BOXES));
    }
}

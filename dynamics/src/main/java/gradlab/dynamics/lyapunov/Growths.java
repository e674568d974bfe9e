package gradlab.dynamics.lyapunov;

/** Logarithms of volumes from products of pivots and the lengths of what is left. */
final class Growths {
    private Growths() {}

    static double[] of(LogProducts products, double[] lengths) {
        double[] growth = new double[lengths.length];
        for (int j = 0; j < growth.length; j++) {
            double log = products.log(j);
            growth[j] = log == Double.NEGATIVE_INFINITY ? log : log + StrictMath.log(lengths[j]);
        }
        return growth;
    }
}

package gradlab.dynamics.diagnosis;

/**
 * The least-squares line through values at 0, 1, 2, ...
 *
 * @param middle its height in the middle
 * @param slope by how much it rises from one value to the next
 */
record Line(double middle, double slope) {

    static Line through(double[] values) {
        double centre = (values.length - 1) / 2.0;
        double sum = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            products += (i - centre) * values[i];
            squares += (i - centre) * (i - centre);
        }
        return new Line(sum / values.length, squares == 0 ? 0 : products / squares);
    }

    double[] residuals(double[] values) {
        double centre = (values.length - 1) / 2.0;
        double[] off = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            off[i] = values[i] - middle - slope * (i - centre);
        }
        return off;
    }
}

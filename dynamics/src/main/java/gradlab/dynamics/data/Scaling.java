package gradlab.dynamics.data;

/** How the inputs of a data set are scaled before training. The training part alone decides the numbers. */
public enum Scaling {
    /** As they are. */
    NONE,
    /** Divided by the largest absolute input of the training part. */
    UNIT,
    /** Each feature to mean 0 and variance 1 over the training part; a constant feature to 0. */
    STANDARD;

    /** Scales both parts. */
    public DataSet.Split apply(DataSet.Split split) {
        int width = split.train().width();
        double[] shift = new double[width];
        double[] factor = new double[width];
        java.util.Arrays.fill(factor, 1);
        if (this == UNIT) {
            java.util.Arrays.fill(factor, reciprocalOfLargest(split.train().inputs()));
        } else if (this == STANDARD) {
            standardise(split.train(), shift, factor);
        }
        return new DataSet.Split(scaled(split.train(), shift, factor), scaled(split.test(), shift, factor));
    }

    private static double reciprocalOfLargest(double[] inputs) {
        double largest = 0;
        for (double input : inputs) {
            largest = Math.max(largest, Math.abs(input));
        }
        return largest == 0 ? 1 : 1 / largest;
    }

    private static void standardise(DataSet train, double[] shift, double[] factor) {
        double[] inputs = train.inputs();
        int width = train.width();
        for (int i = 0; i < inputs.length; i++) {
            shift[i % width] += inputs[i] / train.size();
        }
        double[] variance = new double[width];
        for (int i = 0; i < inputs.length; i++) {
            double centred = inputs[i] - shift[i % width];
            variance[i % width] += centred * centred / train.size();
        }
        for (int j = 0; j < width; j++) {
            factor[j] = variance[j] == 0 ? 0 : 1 / Math.sqrt(variance[j]);
        }
    }

    private static DataSet scaled(DataSet data, double[] shift, double[] factor) {
        double[] inputs = data.inputs();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (inputs[i] - shift[i % shift.length]) * factor[i % factor.length];
        }
        return data.withInputs(inputs);
    }
}

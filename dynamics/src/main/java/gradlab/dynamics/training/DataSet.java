package gradlab.dynamics.training;

import gradlab.analysis.random.RandomStream;
import java.util.Arrays;

/** Points with class labels, immutable. */
public final class DataSet {
    private final int width;
    private final int classes;
    private final double[] inputs;
    private final int[] labels;

    private DataSet(int width, int classes, double[] inputs, int[] labels) {
        this.width = width;
        this.classes = classes;
        this.inputs = inputs;
        this.labels = labels;
    }

    /**
     * A data set.
     *
     * @param width the length of a point
     * @param classes labels run from 0 to classes - 1
     * @param inputs the points one after another; copied
     * @param labels one a point; copied
     */
    public static DataSet of(int width, int classes, double[] inputs, int[] labels) {
        if (width < 1 || inputs.length != (long) width * labels.length) {
            throw new IllegalArgumentException("inputs must hold " + labels.length + " points of length " + width
                    + " >= 1, had length " + inputs.length);
        }
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("labels must be in [0, " + classes + "), one was " + label);
            }
        }
        return new DataSet(width, classes, inputs.clone(), labels.clone());
    }

    /** The number of points. */
    public int size() {
        return labels.length;
    }

    /** The length of a point. */
    public int width() {
        return width;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /** All points one after another, in a new array. */
    public double[] inputs() {
        return inputs.clone();
    }

    /** All labels in a new array. */
    public int[] labels() {
        return labels.clone();
    }

    /** The points with these indices, in their order. */
    public DataSet select(int... indices) {
        double[] chosen = new double[indices.length * width];
        int[] chosenLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(inputs, indices[i] * width, chosen, i * width, width);
            chosenLabels[i] = labels[indices[i]];
        }
        return new DataSet(width, classes, chosen, chosenLabels);
    }

    /** The same labels with other inputs of the same length. */
    DataSet withInputs(double[] newInputs) {
        return of(width, classes, newInputs, labels);
    }

    /**
     * Splits the points at random.
     *
     * @param train how many go into the first part, at least 1 and fewer than all
     */
    public Split split(int train, RandomStream random) {
        if (train < 1 || train >= size()) {
            throw new IllegalArgumentException("train must be in [1, " + size() + "), was " + train);
        }
        int[] order = random.permutation(size());
        return new Split(select(Arrays.copyOf(order, train)), select(Arrays.copyOfRange(order, train, order.length)));
    }

    /**
     * A data set in two parts.
     *
     * @param train what is learned from
     * @param test what is not
     */
    public record Split(DataSet train, DataSet test) {}
}

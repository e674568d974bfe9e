package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;

/** Points with answers: class labels, one or several a point, or numbers. Immutable. */
public final class DataSet {
    private final Shape shape;
    private final int size;
    private final int classes;
    private final double[] inputs;
    private final int[] labels;
    private final double[] targets;

    private DataSet(Shape shape, int size, int classes, double[] inputs, int[] labels, double[] targets) {
        this.shape = shape;
        this.size = size;
        this.classes = classes;
        this.inputs = inputs;
        this.labels = labels;
        this.targets = targets;
    }

    /**
     * Vectors with one label each.
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
        return labelled(Shape.of(width), classes, inputs, labels);
    }

    /**
     * Points with the same number of labels each.
     *
     * @param shape the shape of a point
     * @param labels the labels of a point stand together; copied
     */
    public static DataSet labelled(Shape shape, int classes, double[] inputs, int[] labels) {
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("labels must be in [0, " + classes + "), one was " + label);
            }
        }
        int size = size(shape, inputs, "labels", labels.length);
        return new DataSet(shape, size, classes, inputs.clone(), labels.clone(), new double[0]);
    }

    /** Points with the same number of numbers each; arrays are copied. */
    public static DataSet targeted(Shape shape, double[] inputs, double[] targets) {
        int size = size(shape, inputs, "targets", targets.length);
        return new DataSet(shape, size, 0, inputs.clone(), new int[0], targets.clone());
    }

    private static int size(Shape shape, double[] inputs, String name, int answers) {
        int size = shape.size() == 0 ? 0 : inputs.length / shape.size();
        if (size < 1 || inputs.length % shape.size() != 0 || answers < size || answers % size != 0) {
            throw new IllegalArgumentException("inputs and " + name + " must be those of a number of points of shape "
                    + shape + ", were " + inputs.length + " and " + answers);
        }
        return size;
    }

    /** The number of points. */
    public int size() {
        return size;
    }

    /** The shape of a point. */
    public Shape shape() {
        return shape;
    }

    /** The length of a point. */
    public int width() {
        return shape.size();
    }

    /** The number of classes, 0 where the answers are numbers. */
    public int classes() {
        return classes;
    }

    /** Labels or numbers of one point. */
    public int answers() {
        return (labels.length + targets.length) / size;
    }

    /** All points one after another, in a new array. */
    public double[] inputs() {
        return inputs.clone();
    }

    /** All labels in a new array; none where the answers are numbers. */
    public int[] labels() {
        return labels.clone();
    }

    /** All numbers that are to be hit, in a new array; none where the answers are labels. */
    public double[] targets() {
        return targets.clone();
    }

    /** The points with these indices, in their order. */
    public DataSet select(int... indices) {
        int width = width();
        int perPoint = answers();
        double[] chosen = new double[indices.length * width];
        int[] chosenLabels = new int[labels.length == 0 ? 0 : indices.length * perPoint];
        double[] chosenTargets = new double[targets.length == 0 ? 0 : indices.length * perPoint];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(inputs, indices[i] * width, chosen, i * width, width);
            if (labels.length > 0) {
                System.arraycopy(labels, indices[i] * perPoint, chosenLabels, i * perPoint, perPoint);
            } else {
                System.arraycopy(targets, indices[i] * perPoint, chosenTargets, i * perPoint, perPoint);
            }
        }
        return new DataSet(shape, indices.length, classes, chosen, chosenLabels, chosenTargets);
    }

    /** The first points, at most so many. */
    public DataSet first(int most) {
        int[] indices = new int[Math.min(most, size)];
        Arrays.setAll(indices, i -> i);
        return select(indices);
    }

    /** The same points in another shape of the same size. */
    DataSet shaped(Shape other) {
        if (other.size() != shape.size()) {
            throw new IllegalArgumentException("shape must have size " + shape.size() + ", was " + other);
        }
        return new DataSet(other, size, classes, inputs, labels, targets);
    }

    /** The first entries of each point, so many as the shape has, and its first answers. */
    DataSet starts(Shape other, int perPoint) {
        double[] cut = new double[size * other.size()];
        int[] cutLabels = new int[labels.length == 0 ? 0 : size * perPoint];
        double[] cutTargets = new double[targets.length == 0 ? 0 : size * perPoint];
        for (int i = 0; i < size; i++) {
            System.arraycopy(inputs, i * width(), cut, i * other.size(), other.size());
            if (labels.length > 0) {
                System.arraycopy(labels, i * answers(), cutLabels, i * perPoint, perPoint);
            } else {
                System.arraycopy(targets, i * answers(), cutTargets, i * perPoint, perPoint);
            }
        }
        return new DataSet(other, size, classes, cut, cutLabels, cutTargets);
    }

    /** The same answers with other inputs of the same length. */
    DataSet withInputs(double[] newInputs) {
        if (newInputs.length != inputs.length) {
            throw new IllegalArgumentException(
                    "newInputs must have length " + inputs.length + ", had " + newInputs.length);
        }
        return new DataSet(shape, size, classes, newInputs.clone(), labels, targets);
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
    public record Split(DataSet train, DataSet test) {
        /** Both parts in another shape. */
        Split shaped(Shape shape) {
            return new Split(train.shaped(shape), test.shaped(shape));
        }
    }
}

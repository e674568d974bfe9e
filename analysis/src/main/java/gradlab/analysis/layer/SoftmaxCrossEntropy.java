package gradlab.analysis.layer;

/**
 * The mean over a batch of the cross-entropy {@code -ln softmax(z)_label}, computed as {@code ln sum exp(z_j - m) + m -
 * z_label} with m the largest logit, so that no finite logit overflows. Its gradient by the logits of one point is {@code
 * (softmax(z) - onehot(label)) / batch}. An infinite or NaN logit gives NaN: the caller checks.
 */
public final class SoftmaxCrossEntropy {
    private SoftmaxCrossEntropy() {}

    /** The mean loss in nats of logits (batch by classes) with one label a row. */
    public static double value(double[] logits, int[] labels) {
        int classes = classes(logits, labels);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double largest = largest(logits, i * classes, classes);
            double total = 0;
            for (int j = i * classes; j < (i + 1) * classes; j++) {
                total += StrictMath.exp(logits[j] - largest);
            }
            sum += StrictMath.log(total) + (largest - logits[i * classes + labels[i]]);
        }
        return sum / labels.length;
    }

    /** The gradient of the mean loss by the logits, batch by classes, in a new array. */
    public static double[] gradient(double[] logits, int[] labels) {
        int classes = classes(logits, labels);
        double[] gradient = new Softmax().at(logits, labels.length).value();
        for (int i = 0; i < labels.length; i++) {
            gradient[i * classes + labels[i]] -= 1;
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= labels.length;
        }
        return gradient;
    }

    /** How many rows have their largest logit at the label; the first of equal ones counts, NaN never. */
    public static int correct(double[] logits, int[] labels) {
        int classes = classes(logits, labels);
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = -1;
            for (int j = 0; j < classes; j++) {
                if (best < 0
                        ? !Double.isNaN(logits[i * classes + j])
                        : logits[i * classes + j] > logits[i * classes + best]) {
                    best = j;
                }
            }
            correct += best == labels[i] ? 1 : 0;
        }
        return correct;
    }

    private static double largest(double[] logits, int at, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = at; j < at + classes; j++) {
            largest = Math.max(largest, logits[j]);
        }
        return largest;
    }

    private static int classes(double[] logits, int[] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("labels must not be empty");
        }
        int classes = Checks.width(logits, labels.length);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "labels[" + i + "] must be in [0, " + classes + "), was " + labels[i]);
            }
        }
        return classes;
    }
}

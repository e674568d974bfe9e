package gradlab.dynamics.data;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;

/** Numbers of a file as class labels. */
final class Labels {
    private Labels() {}

    /** The points with labels 0, 1, ..., the largest telling how many classes there are. */
    static DataSet of(String file, Shape shape, double[] inputs, double[] answers, int mostClasses) {
        int[] labels = new int[answers.length];
        int largest = 0;
        for (int i = 0; i < labels.length; i++) {
            if (!(answers[i] >= 0 && answers[i] < mostClasses && answers[i] == Math.rint(answers[i]))) {
                throw SourceException.in(
                        file,
                        "the label " + answers[i] + " as answer number " + (i + 1),
                        "whole numbers from 0, below " + mostClasses);
            }
            labels[i] = (int) answers[i];
            largest = Math.max(largest, labels[i]);
        }
        return DataSet.labelled(shape, Math.max(2, largest + 1), inputs, labels);
    }
}

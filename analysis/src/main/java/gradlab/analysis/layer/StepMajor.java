package gradlab.analysis.layer;

/**
 * Where the numbers of a batch of sequences stand when what belongs to one step lies together, sequence by sequence.
 *
 * @param batch how many sequences
 * @param hidden length of the hidden values of one
 * @param state length of its state, of which the hidden values come first
 */
record StepMajor(int batch, int hidden, int state) {
    /** [first, second, each] as [second, first, each]. */
    static double[] swapped(double[] a, int first, int second, int each) {
        double[] swapped = new double[a.length];
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                System.arraycopy(a, (i * second + j) * each, swapped, (j * first + i) * each, each);
            }
        }
        return swapped;
    }

    /** The hidden values of a state. */
    void hiddenOf(double[] states, double[] into, int at) {
        for (int s = 0; s < batch; s++) {
            System.arraycopy(states, s * state, into, at + s * hidden, hidden);
        }
    }

    /** Adds to the hidden values of a state. */
    void addToHidden(double[] shown, int at, double[] states) {
        for (int s = 0; s < batch; s++) {
            for (int j = 0; j < hidden; j++) {
                states[s * state + j] += shown[at + s * hidden + j];
            }
        }
    }

    /** Puts a row into each of several rows. */
    static void repeat(double[] row, double[] into) {
        for (int at = 0; at < into.length; at += row.length) {
            System.arraycopy(row, 0, into, at, row.length);
        }
    }

    /** Adds a row to each of several rows. */
    static void addRows(double[] row, double[] into) {
        for (int at = 0; row.length > 0 && at < into.length; at += row.length) {
            for (int j = 0; j < row.length; j++) {
                into[at + j] += row[j];
            }
        }
    }
}

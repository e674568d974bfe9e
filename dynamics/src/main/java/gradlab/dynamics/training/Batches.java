package gradlab.dynamics.training;

import gradlab.analysis.random.RandomStream;

/** The order in which batches are seen: each epoch a fresh permutation; points left over at its end sit out. */
final class Batches {
    private final DataSet data;
    private final int batch;
    private final RandomStream random;
    private final int perEpoch;
    private int epoch = -1;
    private int[] order = new int[0];

    Batches(DataSet data, int batch, RandomStream random) {
        this.data = data;
        this.batch = batch;
        this.random = random;
        this.perEpoch = data.size() / batch;
    }

    DataSet at(int step) {
        if (step / perEpoch != epoch) {
            epoch = step / perEpoch;
            order = random.split(epoch).permutation(data.size());
        }
        int start = step % perEpoch * batch;
        return data.select(java.util.Arrays.copyOfRange(order, start, start + batch));
    }
}

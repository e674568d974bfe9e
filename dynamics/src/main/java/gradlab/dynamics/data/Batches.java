package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import java.util.Arrays;

/** The order in which batches are seen: each epoch a fresh permutation; points left over at its end sit out. */
public final class Batches {
    private final DataSet data;
    private final int batch;
    private final RandomStream random;
    private final int perEpoch;
    private int epoch = -1;
    private int[] order = new int[0];

    /** Batches of so many points; the stream is split by epoch, so that any step can be the first. */
    public Batches(DataSet data, int batch, RandomStream random) {
        this.data = data;
        this.batch = batch;
        this.random = random;
        this.perEpoch = data.size() / batch;
    }

    /** The batch of a step. */
    public DataSet at(int step) {
        if (step / perEpoch != epoch) {
            epoch = step / perEpoch;
            order = random.split(epoch).permutation(data.size());
        }
        int start = step % perEpoch * batch;
        return data.select(Arrays.copyOfRange(order, start, start + batch));
    }
}

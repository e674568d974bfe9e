package gradlab.dynamics.data;

import gradlab.analysis.tensor.Shape;
import java.util.Optional;

/**
 * The first steps of the sequences of another source. What answers a sequence as a whole stays; of answers to each step those of
 * these steps stay.
 *
 * @param whole the source
 * @param steps how many steps
 */
record PrefixSource(DataSource whole, int steps) implements DataSource {
    /** Sequences are [steps, width]; nothing else has a prefix. */
    static Optional<DataSource> of(DataSource whole, int steps) {
        boolean fits = whole.shape().rank() == 2
                && steps >= 1
                && steps <= whole.shape().length(0);
        return fits ? Optional.of(new PrefixSource(whole, steps)) : Optional.empty();
    }

    @Override
    public Shape shape() {
        return Shape.of(steps, whole.shape().length(1));
    }

    @Override
    public int classes() {
        return whole.classes();
    }

    @Override
    public int answers() {
        int all = whole.shape().length(0);
        return whole.answers() > 1 && whole.answers() % all == 0 ? whole.answers() / all * steps : whole.answers();
    }

    @Override
    public int train() {
        return whole.train();
    }

    @Override
    public int test() {
        return whole.test();
    }

    @Override
    public DataSet.Split split(long seed) {
        DataSet.Split split = whole.split(seed);
        return new DataSet.Split(
                split.train().starts(shape(), answers()), split.test().starts(shape(), answers()));
    }
}

package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import java.util.Optional;

/**
 * Points that a file brought.
 *
 * @param points all of them
 * @param train how many are learned from; the others test
 * @param scaling how the inputs are scaled
 */
public record LoadedSource(DataSet points, int train, Scaling scaling) implements DataSource {
    @Override
    public Shape shape() {
        return points.shape();
    }

    @Override
    public int classes() {
        return points.classes();
    }

    @Override
    public int answers() {
        return points.answers();
    }

    @Override
    public int test() {
        return points.size() - train;
    }

    @Override
    public Optional<DataSource> withLength(int steps) {
        return PrefixSource.of(this, steps);
    }

    @Override
    public DataSet.Split split(long seed) {
        return scaling.apply(points.split(train, RandomStream.of(seed, "split")));
    }
}

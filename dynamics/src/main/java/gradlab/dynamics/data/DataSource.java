package gradlab.dynamics.data;

import gradlab.analysis.tensor.Shape;
import java.util.Optional;

/** Where the data of an experiment come from: known in size before there are any, and determined by a seed. */
public interface DataSource {
    /** The shape of a point. */
    Shape shape();

    /** How many classes there are, or 0 where the answers are numbers. */
    int classes();

    /** How many labels or numbers answer a point. */
    int answers();

    /** How many points are learned from. */
    int train();

    /** How many are not. */
    int test();

    /** The data of a seed, split and scaled. */
    DataSet.Split split(long seed);

    /** The same task on shorter sequences, of so many steps, if it can be set in them. */
    default Optional<DataSource> withLength(int steps) {
        return Optional.empty();
    }

    /** How long the output of a network has to be. */
    default int outputs() {
        return Math.max(1, classes()) * answers();
    }
}

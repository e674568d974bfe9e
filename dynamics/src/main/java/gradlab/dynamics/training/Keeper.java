package gradlab.dynamics.training;

import gradlab.analysis.model.StoredTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who keeps what a run records while it goes on. Called on the thread of the run. */
public interface Keeper {
    /** Where to go on from, if the run was begun before. */
    default Optional<Snapshot> begun() {
        return Optional.empty();
    }

    /** Takes the row of a step. */
    default void row(int step, Map<String, Double> numbers) {}

    /** Whether the state after so many steps is wanted. */
    default boolean wants(int step) {
        return false;
    }

    /** Takes the state of the run. */
    default void save(Snapshot snapshot) {}

    /** Takes the parameters at the end, before the run is over. */
    default void finished(List<StoredTensor> parameters) {}

    /** Whether the run should save its state and stop. */
    default boolean stops() {
        return false;
    }

    /** Keeps nothing. */
    static Keeper none() {
        return new Keeper() {};
    }
}

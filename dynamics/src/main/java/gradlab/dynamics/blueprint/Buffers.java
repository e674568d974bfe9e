package gradlab.dynamics.blueprint;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What layers carry from step to step besides parameters, by name: running statistics, singular vectors. For one run. */
public final class Buffers {
    private final TreeMap<String, double[]> held = new TreeMap<>();

    /** The array of a name, if there is one; not to be written. */
    Optional<double[]> find(String name) {
        return Optional.ofNullable(held.get(name));
    }

    void put(String name, double[] values) {
        held.put(name, values);
    }

    /** Copies of all arrays. */
    public SortedMap<String, double[]> all() {
        TreeMap<String, double[]> copies = new TreeMap<>();
        held.forEach((name, values) -> copies.put(name, values.clone()));
        return copies;
    }

    /** Puts back what {@link #all} gave. */
    public void restore(Map<String, double[]> saved) {
        held.clear();
        saved.forEach((name, values) -> held.put(name, values.clone()));
    }
}

package gradlab.dynamics.system;

import java.util.Map;

/**
 * The parameters of a family, checked.
 *
 * @param values by name
 */
record Settings(Map<String, Double> values) {

    Settings {
        values = Map.copyOf(values);
    }

    double real(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("name must be that of a parameter, was " + name);
        }
        return value;
    }

    int whole(String name) {
        return (int) real(name);
    }

    long seed() {
        return (long) real("seed");
    }
}

package gradlab.dynamics.system;

import gradlab.analysis.operator.Vector;
import java.util.List;

/**
 * What a system is called and where it starts.
 *
 * @param name such as {@code lorenz}, or the file's name
 * @param coordinates the names of the n coordinates
 * @param start n finite numbers
 */
record Outline(String name, List<String> coordinates, Vector start) {

    Outline {
        coordinates = List.copyOf(coordinates);
        Finite.state(start.toArray(), coordinates.size());
        if (coordinates.isEmpty()) {
            throw new IllegalArgumentException("coordinates must be at least one, were none");
        }
    }

    Outline(String name, List<String> coordinates, double... start) {
        this(name, coordinates, Vector.of(start));
    }

    /** Coordinates x0, x1, ... from a state. */
    static Outline numbered(String name, double... start) {
        return numbered(name, "x", start);
    }

    /** Coordinates of a letter and a number from 0, from a state. */
    static Outline numbered(String name, String letter, double... start) {
        List<String> coordinates = java.util.stream.IntStream.range(0, start.length)
                .mapToObj(i -> letter + i)
                .toList();
        return new Outline(name, coordinates, start);
    }

    int dimension() {
        return coordinates.size();
    }
}

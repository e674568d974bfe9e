package gradlab.dynamics.system;

import java.util.List;

/**
 * What a system is called and where it starts.
 *
 * @param name such as {@code lorenz}, or the file's name
 * @param coordinates the names of the n coordinates
 * @param start n finite numbers
 */
record Outline(String name, List<String> coordinates, double[] start) {

    Outline {
        coordinates = List.copyOf(coordinates);
        start = Finite.state(start, coordinates.size());
        if (start.length == 0) {
            throw new IllegalArgumentException("coordinates must be at least one, were none");
        }
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

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outline outline
                && name.equals(outline.name)
                && coordinates.equals(outline.coordinates)
                && java.util.Arrays.equals(start, outline.start);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(name, coordinates, java.util.Arrays.hashCode(start));
    }

    @Override
    public String toString() {
        return name;
    }
}

package gradlab.dynamics.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The n formulas of a system with their derivatives, compiled.
 *
 * @param coordinates the names of the n coordinates
 * @param terms the nodes
 * @param roots the node of each formula
 * @param defined the names of nodes that have one
 * @param gradients of each formula, the nodes of its derivatives by the coordinates that it depends on
 */
record Formulas(
        List<String> coordinates,
        Terms terms,
        List<Integer> roots,
        Map<Integer, String> defined,
        List<SortedMap<Integer, Integer>> gradients) {

    Formulas {
        coordinates = List.copyOf(coordinates);
        roots = List.copyOf(roots);
        defined = Map.copyOf(defined);
        gradients = List.copyOf(gradients);
    }

    /** Differentiates formulas. */
    static Formulas of(List<String> coordinates, Terms terms, List<Integer> roots, Map<Integer, String> defined) {
        Gradient gradient = new Gradient(terms);
        return new Formulas(
                coordinates,
                terms,
                roots,
                defined,
                roots.stream().map(gradient::of).toList());
    }

    int dimension() {
        return roots.size();
    }

    /** Prints nodes. */
    TermText text() {
        return new TermText(terms, coordinates, defined);
    }

    /** The derivatives that are not 0 everywhere, row by row. */
    List<SystemCard.Derivative> jacobian() {
        TermText text = text();
        List<SystemCard.Derivative> entries = new ArrayList<>();
        for (int i = 0; i < dimension(); i++) {
            String of = coordinates.get(i);
            gradients
                    .get(i)
                    .forEach((by, node) ->
                            entries.add(new SystemCard.Derivative(of, coordinates.get(by), text.of(node))));
        }
        return entries;
    }
}

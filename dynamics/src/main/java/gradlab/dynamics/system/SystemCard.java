package gradlab.dynamics.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say of a system.
 *
 * @param name its name, or its file's
 * @param kind steps or time
 * @param description one sentence
 * @param source the key of the work that it is from
 * @param known what is known of its exponents, and from where
 * @param parameters names and values as they were written
 * @param definitions quantities that equations share, as they were written
 * @param equations one a coordinate, or one for all
 * @param jacobian the derivatives that are not 0 everywhere; empty where they have no formulas
 */
public record SystemCard(
        String name,
        Clock kind,
        String description,
        Optional<String> source,
        Optional<String> known,
        Map<String, String> parameters,
        Map<String, String> definitions,
        List<Equation> equations,
        List<Derivative> jacobian) {

    /** Copies what it gets; the order of the parameters stays. */
    public SystemCard {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        equations = List.copyOf(equations);
        jacobian = List.copyOf(jacobian);
    }

    /**
     * An equation.
     *
     * @param of a coordinate
     * @param text its next value, or its derivative by time
     */
    public record Equation(String of, String text) {}

    /**
     * An entry of the Jacobian.
     *
     * @param of the coordinate whose equation is differentiated
     * @param by the coordinate by which
     * @param text the derivative in the expression language
     */
    public record Derivative(String of, String by, String text) {}
}

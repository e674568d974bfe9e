package gradlab.dynamics.system;

import java.util.List;
import java.util.function.Supplier;

/** A map x ↦ F(x) given by a {@link Rule}; a stride of its orbits is one step. */
public final class MapSystem implements Outlined {

    private final Outline outline;
    private final Supplier<? extends Rule> rules;

    MapSystem(Outline outline, Supplier<? extends Rule> rules) {
        this.outline = outline;
        this.rules = rules;
    }

    /**
     * A map.
     *
     * @param start n finite numbers, one a coordinate
     * @param rules makes a rule of dimension n for each orbit
     * @throws IllegalArgumentException unless the start holds as many finite numbers as there are coordinates
     */
    public static MapSystem of(String name, List<String> coordinates, double[] start, Supplier<? extends Rule> rules) {
        return new MapSystem(new Outline(name, coordinates, start), rules);
    }

    @Override
    public Outline outline() {
        return outline;
    }

    @Override
    public Clock clock() {
        return Clock.STEP;
    }

    @Override
    public Orbit orbit(double[] from) {
        return new MapOrbit(outline, rules.get(), Finite.state(from, dimension()));
    }

    /** A new rule. */
    Rule rule() {
        return rules.get();
    }
}

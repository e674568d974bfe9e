package gradlab.dynamics.system;

import java.util.List;
import java.util.function.Supplier;

/**
 * A flow x' = f(x) given by a {@link Rule}. Orbits integrate it with Dormand and Prince's method of order 8 (hairer1993, II.5)
 * together with its variational equations V' = J V, all n + n k equations under one control of the step.
 *
 * <p>Accuracy: each step is held to a relative error of 10⁻⁹ and an absolute one of 10⁻⁹ of the mean size of each
 * coordinate; columns of V count from size 1 on, whatever their length. That is far below what the mean of a chaotic orbit can tell,
 * and a step of order 8 is then still longer than it would have to be for 10⁻⁶ at order 5.
 */
public final class FlowSystem implements Outlined {

    private final Outline outline;
    private final Supplier<? extends Rule> rules;
    private final Pace pace;

    FlowSystem(Outline outline, Supplier<? extends Rule> rules, Pace pace) {
        this.outline = outline;
        this.rules = rules;
        this.pace = pace;
    }

    /**
     * A flow whose stride is two natural steps of the integrator along its first few hundred.
     *
     * @param start n finite numbers, one a coordinate
     * @param rules makes a rule of dimension n for each orbit
     * @throws IllegalArgumentException unless the start holds as many finite numbers as there are coordinates
     */
    public static FlowSystem of(String name, List<String> coordinates, double[] start, Supplier<? extends Rule> rules) {
        return of(new Outline(name, coordinates, start), rules);
    }

    static FlowSystem of(Outline outline, Supplier<? extends Rule> rules) {
        return new FlowSystem(
                outline, rules, Pace.along(rules.get(), outline.start().toArray()));
    }

    /** The same flow with another stride, in units of its time; above 0 and finite. */
    public FlowSystem withStride(double stride) {
        if (!(stride > 0 && stride < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("stride must be above 0 and finite, was " + stride);
        }
        return new FlowSystem(outline, rules, new Pace(stride, pace.sizes()));
    }

    /** The time of one stride. */
    public double stride() {
        return pace.stride();
    }

    @Override
    public Outline outline() {
        return outline;
    }

    @Override
    public Clock clock() {
        return Clock.TIME;
    }

    @Override
    public Orbit orbit(double[] from) {
        return new FlowOrbit(outline, rules.get(), pace, Finite.state(from, dimension()));
    }

    /** A new rule for f, for one thread. */
    public Rule rule() {
        return rules.get();
    }
}

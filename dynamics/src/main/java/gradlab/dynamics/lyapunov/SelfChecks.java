package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.StairColumns;
import gradlab.dynamics.lyapunov.SelfCheck.Outcome;
import gradlab.dynamics.lyapunov.Tangents.DeterminantCheck;
import gradlab.dynamics.system.Clock;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.RecurrentSystem;
import java.util.List;
import java.util.Locale;

/** The self-checks of one measurement. */
final class SelfChecks {
    private static final double SUM_TOLERANCE = 1e-7;
    private static final double DIGITS_LOST = 16;
    private static final double FARTHEST_MEANS = 4.5;
    private static final double FLAT = -33;

    private final DynamicalSystem system;
    private final List<Exponent> exponents;
    private final Tangents tangents;
    private final OrbitWatch watch;
    private final BatchMeans batches;

    SelfChecks(
            DynamicalSystem system, List<Exponent> exponents, Tangents tangents, OrbitWatch watch, BatchMeans batches) {
        this.system = system;
        this.exponents = exponents;
        this.tangents = tangents;
        this.watch = watch;
        this.batches = batches;
    }

    List<SelfCheck> all() {
        return List.of(orbit(), sum(), zero(), stationary(), factors());
    }

    /** Whether the orbit still is one: an unstable point or cycle cannot be where an orbit goes, but for rounding. */
    private SelfCheck orbit() {
        String name = "orbit";
        double largest = exponents.get(0).value();
        boolean unstable = largest > exponents.get(0).halfWidth();
        if (watch.repeats() && system.clock() == Clock.STEP) {
            // A driven orbit that is begun anew would hear its drive from the start.
            boolean driven = system instanceof RecurrentSystem network && !network.isClosed();
            long period = driven ? 0 : watch.period(system);
            String what = driven
                    ? "it comes back to itself with its drive"
                    : period == 1
                            ? "it ended in a point"
                            : "it repeats itself " + (period == 0 ? "after more than a million" : "every " + period)
                                    + " steps";
            return unstable
                    ? new SelfCheck(
                            name,
                            Outcome.FAILED,
                            what + " that is unstable (exponent " + shown(largest)
                                    + "): an artefact of binary arithmetic, the exponents are of it and not of the"
                                    + " attractor")
                    : new SelfCheck(name, Outcome.NOTED, what + ", to the last bit; it attracts" + flat(period));
        }
        if (watch.standsStill()) {
            return new SelfCheck(
                    name,
                    unstable ? Outcome.FAILED : Outcome.NOTED,
                    unstable
                            ? "it stands still in a point that is unstable: start it elsewhere"
                            : "it ended in a point, which attracts");
        }
        if (system.dimension() == 1 && unstable) {
            return new SelfCheck(
                    name,
                    Outcome.NOTED,
                    "it has not come back to itself yet, but in one dimension of binary numbers a chaotic orbit does,"
                            + " after some 10^7 steps: trust no longer run");
        }
        return new SelfCheck(
                name, Outcome.PASSED, "it goes on; the largest coordinate seen is " + shown(watch.largest()));
    }

    /** A slope of 0 that rounding moved off 0 looks like one of 1e-16. */
    private String flat(long period) {
        double last = exponents.get(exponents.size() - 1).value();
        return period > 0 && last > Double.NEGATIVE_INFINITY && last * period < FLAT
                ? "; its derivative is 0 but for rounding, so that the last exponent may be minus infinity"
                : "";
    }

    private SelfCheck sum() {
        String name = "sum-of-exponents";
        DeterminantCheck check = tangents.determinants();
        if (check.strides() == 0) {
            return new SelfCheck(
                    name,
                    Outcome.SKIPPED,
                    exponents.size() < system.dimension()
                            ? "not all exponents are computed"
                            : "determinants are not computed in so many dimensions");
        }
        double volumes = check.volumes() / check.strides();
        double determinants = check.determinants() / check.strides();
        boolean same = volumes == determinants
                || Math.abs(volumes - determinants) <= SUM_TOLERANCE * Math.max(1, Math.abs(determinants));
        return new SelfCheck(
                name,
                same ? Outcome.PASSED : Outcome.FAILED,
                shown(volumes) + " a step by tangent vectors, " + shown(determinants) + " by determinants, over "
                        + check.strides() + " steps");
    }

    /** The direction of an autonomous flow neither grows nor shrinks unless the orbit ends in a point. */
    private SelfCheck zero() {
        String name = "zero-exponent";
        if (system.clock() != Clock.TIME || watch.standsStill()) {
            return new SelfCheck(
                    name,
                    Outcome.SKIPPED,
                    system.clock() == Clock.TIME ? "the orbit ended in a point" : "a map need not have one");
        }
        Exponent nearest = exponents.get(0);
        for (Exponent exponent : exponents) {
            nearest = Math.abs(exponent.value()) < Math.abs(nearest.value()) ? exponent : nearest;
        }
        String detail = "the nearest is " + shown(nearest.value()) + " +- " + shown(nearest.halfWidth());
        if (Math.abs(nearest.value()) <= 2 * nearest.halfWidth()) {
            return new SelfCheck(name, Outcome.PASSED, detail);
        }
        boolean beyond = exponents.size() < system.dimension()
                && exponents.get(exponents.size() - 1).value() > 0;
        return beyond
                ? new SelfCheck(name, Outcome.SKIPPED, "it is not among the largest that were asked for")
                : new SelfCheck(name, Outcome.FAILED, detail + ": a longer transient or a finer integration may help");
    }

    /** Whether the first and the last part of the measurement agree. */
    private SelfCheck stationary() {
        String name = "stationary";
        int parts = 4;
        int size = batches.size() / parts;
        if (size < 16) {
            return new SelfCheck(name, Outcome.SKIPPED, "too few blocks to compare the beginning with the end");
        }
        double worst = 0;
        for (int j = 0; j < exponents.size(); j++) {
            worst = Math.max(worst, Stationarity.distance(batches.of(j), parts));
        }
        return new SelfCheck(
                name,
                worst <= FARTHEST_MEANS ? Outcome.PASSED : Outcome.NOTED,
                "the first quarter and the last are " + shown(worst) + " standard errors apart"
                        + (worst <= FARTHEST_MEANS ? "" : ": a longer transient may be needed"));
    }

    private SelfCheck factors() {
        String name = "elimination";
        boolean steep = tangents.spread() > DIGITS_LOST && tangents instanceof FreeTangents;
        String detail = "pivots grew by " + shown(tangents.pivotGrowth()) + " at most, " + tangents.fallbacks()
                + " steps by QR instead (from " + shown(StairColumns.MOST_GROWTH)
                + "); pivots of one step spread over e^"
                + shown(tangents.spread());
        return new SelfCheck(name, steep ? Outcome.NOTED : Outcome.PASSED, detail);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}

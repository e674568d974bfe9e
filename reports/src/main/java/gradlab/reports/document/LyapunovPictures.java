package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.lyapunov.CovariantAngles;
import gradlab.dynamics.lyapunov.Exponent;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.RunningEstimate;
import gradlab.dynamics.system.Clock;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.reports.chart.Band;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.LyapunovFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of Lyapunov exponents: how the estimates ran, the spectrum, the attractor. */
public final class LyapunovPictures {
    private static final int MOST_CURVES = 5;
    private static final double EARLY = 0.06;
    private static final int POINTS = 4_000;
    private static final int BEFORE = 1_000;
    private static final int BINS = 45;

    private LyapunovPictures() {}

    /** The figures of exponents, without the attractor. */
    public static List<Figure> of(LyapunovResult result) {
        String unit = result.clock() == Clock.TIME ? "per unit of time" : "per step";
        List<Figure> figures = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        int curves = result.running().isEmpty()
                ? 0
                : Math.min(MOST_CURVES, result.exponents().size());
        for (int j = 0; j < curves; j++) {
            band(result, j, bands);
        }
        if (!bands.isEmpty()) {
            figures.add(LyapunovFigures.running(
                    bands, result.clock() == Clock.TIME ? "time measured" : "steps measured", unit));
        }
        double[] values =
                result.exponents().stream().mapToDouble(Exponent::value).toArray();
        double[] halves =
                result.exponents().stream().mapToDouble(Exponent::halfWidth).toArray();
        if (result.exponents().stream().anyMatch(e -> Double.isFinite(e.value()))) {
            figures.add(LyapunovFigures.spectrum(values, halves, unit));
        }
        return figures;
    }

    private static void band(LyapunovResult result, int j, List<Band> bands) {
        List<double[]> points = new ArrayList<>();
        double last = result.exponents().get(j).value();
        double from = EARLY * result.running().get(result.running().size() - 1).time();
        for (RunningEstimate then : result.running()) {
            Exponent exponent = then.exponents().get(j);
            if (then.time() >= from && Double.isFinite(exponent.value()) && Double.isFinite(exponent.halfWidth())) {
                points.add(new double[] {then.time(), exponent.value() - last, exponent.halfWidth()});
            }
        }
        if (!points.isEmpty()) {
            bands.add(new Band(
                    "exponent " + (j + 1),
                    Vector.of(points.stream().mapToDouble(p -> p[0]).toArray()),
                    Vector.of(points.stream().mapToDouble(p -> p[1]).toArray()),
                    Vector.of(points.stream().mapToDouble(p -> p[2]).toArray())));
        }
    }

    /** How often the angle between growing and shrinking directions is how large; nothing where one of them is missing. */
    public static Optional<Figure> angles(CovariantAngles angles) {
        return angles.between().size() == 0
                ? Optional.empty()
                : Optional.of(LyapunovFigures.angles(
                        angles.histogram(BINS),
                        angles.unstable(),
                        angles.stable(),
                        angles.between().get(0)));
    }

    /** The first two coordinates of an orbit after a transient, of three dimensions the first and the last; of one dimension, each value over the one before. */
    public static Figure attractor(DynamicalSystem system) {
        Orbit orbit = system.orbit(system.start());
        for (int i = 0; i < BEFORE; i++) {
            orbit.advance();
        }
        boolean plane = system.dimension() > 1;
        int second = system.dimension() == 3 ? 2 : 1;
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = orbit.state()[0];
            y[i] = plane ? orbit.state()[second] : 0;
            orbit.advance();
            y[i] = plane ? y[i] : orbit.state()[0];
        }
        String first = system.coordinates().get(0);
        return LyapunovFigures.attractor(
                x, y, first, plane ? system.coordinates().get(second) : first + ", one step later");
    }
}

package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.PhaseDiagram;
import gradlab.dynamics.signal.PhaseStudy;
import gradlab.dynamics.signal.RandomNetworks.Statistics;
import gradlab.dynamics.signal.SpectrumComparison;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.MeasuredSeries;
import gradlab.reports.chart.PhaseFigures;
import gradlab.reports.chart.PhaseGrid;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The figures of phases and of random networks. */
public final class PhasePictures {
    private static final double WIDE = 30;
    private static final double LN10 = StrictMath.log(10);

    private PhasePictures() {}

    /** The phase diagram, with the point that was asked for. */
    public static Figure of(PhaseDiagram diagram, Optional<PhaseStudy.Result> result) {
        List<Double> marked = result.map(r -> List.of(
                        r.study().variances().weight(), r.study().variances().bias()))
                .orElse(List.of());
        List<List<Double>> boundary = diagram.boundary().stream()
                .filter(p -> Double.isFinite(p.weightVariance().value()))
                .map(p -> List.of(p.weightVariance().value(), p.biasVariance()))
                .toList();
        PhaseGrid grid =
                new PhaseGrid(diagram.weightVariances(), diagram.biasVariances(), diagram.chi(), boundary, marked);
        return PhaseFigures.diagram(
                "phase-diagram", "Order and chaos: " + diagram.phi().name(), grid);
    }

    /** Variance, correlation and gradient by layer; singular values where there are. */
    public static List<Figure> of(PhaseStudy.Result result) {
        List<Figure> figures = new ArrayList<>();
        boolean wide = isWide(result.prediction().variances());
        figures.add(PhaseFigures.byLayer(
                "variance",
                "Variance of pre-activations",
                "mean square" + (wide ? " (log scale)" : ""),
                wide,
                List.of(line("theory", result.prediction().variances())),
                List.of(points("real networks", result.measured().variance(), y -> y))));
        figures.add(PhaseFigures.byLayer(
                "correlation",
                "Correlation of two inputs",
                "correlation (dimensionless)",
                false,
                List.of(line("theory", result.prediction().correlations())),
                List.of(points("real networks", result.measured().correlation(), y -> y))));
        figures.add(PhaseFigures.byLayer(
                "gradient",
                "Squared gradient sent back by the last layer",
                "squared gradient, 1 at the end (log)",
                true,
                theoryOfGradients(result),
                List.of(
                        points("mean of real networks", result.measured().gradient(), y -> y),
                        points("typical network", result.measured().logGradient(), StrictMath::exp))));
        result.spectrum().ifPresent(s -> figures.add(density(s)));
        return figures;
    }

    private static List<Series> theoryOfGradients(PhaseStudy.Result result) {
        Vector gradients = result.prediction().gradients();
        List<Series> lines = new ArrayList<>(List.of(line("theory of the mean", gradients)));
        result.finiteWidth().ifPresent(w -> {
            int last = gradients.size() - 1;
            double[] typical = IntStream.rangeClosed(0, last)
                    .mapToDouble(l -> gradients.get(l) * StrictMath.exp((last - l) * w.meanLog()))
                    .toArray();
            lines.add(Series.from("theory of the typical, finite width", 0, typical));
        });
        return lines;
    }

    private static boolean isWide(Vector values) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values.toArray()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most > WIDE * least;
    }

    private static Series line(String name, Vector values) {
        return Series.from(name, 0, values.toArray());
    }

    private static MeasuredSeries points(String name, Statistics statistics, DoubleUnaryOperator scale) {
        int size = statistics.means().size();
        double[] means = new double[size];
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double mean = statistics.means().get(i);
            double error = statistics.errors().get(i);
            means[i] = scale.applyAsDouble(mean);
            low.add(scale.applyAsDouble(mean - error));
            high.add(scale.applyAsDouble(mean + error));
        }
        return new MeasuredSeries(Series.from(name, 0, means), low, high);
    }

    /** From ln of squares to decimal logarithms: half over ln 10, and densities the other way round. */
    private static Figure density(SpectrumComparison spectrum) {
        double[] places = spectrum.theory().logarithms().toArray();
        double[] densities = spectrum.theory().densities().toArray();
        for (int i = 0; i < places.length; i++) {
            places[i] /= 2 * LN10;
            densities[i] *= 2 * LN10;
        }
        double[] sample = spectrum.sample().toArray();
        for (int i = 0; i < sample.length; i++) {
            sample[i] /= 2 * LN10;
        }
        return PhaseFigures.density(
                "singular-values",
                "Singular values of the Jacobian of " + spectrum.layers() + " layers",
                places,
                densities,
                sample);
    }
}

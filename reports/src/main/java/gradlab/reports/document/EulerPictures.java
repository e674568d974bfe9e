package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.euler.BlowUp;
import gradlab.dynamics.euler.EulerResult;
import gradlab.dynamics.euler.GrowthProfile;
import gradlab.dynamics.euler.LayerStability;
import gradlab.dynamics.euler.OrderCurve;
import gradlab.dynamics.euler.OrderStudy;
import gradlab.dynamics.euler.Scheme;
import gradlab.dynamics.euler.StabilityBoundary;
import gradlab.dynamics.euler.StackStability;
import gradlab.reports.chart.EulerFigures;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.PlanePoints;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The figures of a network as a Forward Euler solver: eigenvalues, growth by depth, errors, a blow-up. */
public final class EulerPictures {

    private EulerPictures() {}

    /** The figures that these results give. */
    public static List<Figure> of(EulerResult result) {
        List<Figure> figures = new ArrayList<>();
        figures.add(EulerFigures.regions(
                "stability-regions",
                "Eigenvalues of the branches times h, and stability regions",
                Arrays.stream(Scheme.values()).map(EulerPictures::region).toList(),
                result.stability().layers().stream().map(EulerPictures::dots).toList()));
        figures.add(growth(result.stability()));
        result.order()
                .filter(order -> !order.curves().isEmpty())
                .ifPresent(order -> figures.add(EulerFigures.errors(
                        "order", "Error against the time of a step, with fitted orders", errors(order))));
        result.blowUp()
                .ifPresent(blowUp -> figures.add(EulerFigures.orbits(
                        "blow-up",
                        "A stable equation under Forward Euler, around the largest stable step",
                        orbits(blowUp))));
        return figures;
    }

    /** Of the longest run of layers that follow one another; where none do, of each layer alone. */
    private static Figure growth(StackStability stack) {
        GrowthProfile longest = stack.growth().stream()
                .max(Comparator.comparingInt(profile -> profile.steps().size()))
                .orElseThrow();
        return longest.steps().size() > 2
                ? EulerFigures.growth("growth", "Growth by depth and its bounds", growth(longest))
                : EulerFigures.stepNorms(
                        "growth",
                        "What each residual layer does, others lie between",
                        List.of(
                                each("‖I + hJ‖", stack, LayerStability::stepNorm),
                                each(
                                        "exp(h μ₂), of the flow",
                                        stack,
                                        layer -> StrictMath.exp(layer.step() * layer.muTwo())),
                                each(
                                        "largest |1 + hλ|",
                                        stack,
                                        layer -> layer.schemes().get(0).amplification())));
    }

    private static Series each(String name, StackStability stack, ToDoubleFunction<LayerStability> quantity) {
        return Series.from(
                name, 1, stack.layers().stream().mapToDouble(quantity).toArray());
    }

    private static PlanePoints region(Scheme scheme) {
        StabilityBoundary boundary = StabilityBoundary.of(scheme);
        return PlanePoints.of(
                scheme.title(), boundary.real().toArray(), boundary.imaginary().toArray());
    }

    private static PlanePoints dots(LayerStability layer) {
        return PlanePoints.of(
                layer.name(),
                scaled(layer.spectrum().values().real(), layer.step()),
                scaled(layer.spectrum().values().imaginary(), layer.step()));
    }

    private static double[] scaled(Vector values, double factor) {
        return DoubleStream.of(values.toArray()).map(value -> factor * value).toArray();
    }

    private static List<Series> growth(GrowthProfile profile) {
        List<Series> series = new ArrayList<>();
        if (profile.measured().size() > 0) {
            series.add(exponentials("product of the steps", profile.measured()));
        }
        series.add(exponentials("product of their norms", profile.steps()));
        series.add(exponentials("flow, at most (μ₂)", profile.flowUpper()));
        series.add(exponentials("flow, at least", profile.flowLower()));
        return series;
    }

    private static Series exponentials(String name, Vector logarithms) {
        return Series.from(
                name,
                0,
                DoubleStream.of(logarithms.toArray()).map(StrictMath::exp).toArray());
    }

    private static List<Series> errors(OrderStudy.Result order) {
        return order.curves().stream().map(EulerPictures::errors).toList();
    }

    private static Series errors(OrderCurve curve) {
        String order = curve.fit().order().isPresent()
                ? String.format(Locale.ROOT, ", order %.2f", curve.fit().order().getAsDouble())
                : "";
        List<Double> steps = new ArrayList<>(curve.steps());
        List<Double> errors = new ArrayList<>(curve.errors());
        Collections.reverse(steps);
        Collections.reverse(errors);
        return new Series(curve.scheme().title() + order, steps, errors);
    }

    private static List<Series> orbits(BlowUp blowUp) {
        return List.of(
                orbit(String.format(Locale.ROOT, "h = %.4g = 1.1 h*", blowUp.unstableStep()), blowUp.unstable()),
                orbit(String.format(Locale.ROOT, "h = %.4g = 0.9 h*", blowUp.stableStep()), blowUp.stable()),
                orbit("exact, at 1.1 h* a step", blowUp.exact()));
    }

    private static Series orbit(String name, Vector norms) {
        return Series.of(
                name, IntStream.range(0, norms.size()).mapToDouble(k -> k).toArray(), norms.toArray());
    }
}

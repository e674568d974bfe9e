package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.feedback.BodeData;
import gradlab.dynamics.feedback.ClosedLoop;
import gradlab.dynamics.feedback.Eigenloci;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.HInfinityNorm;
import gradlab.dynamics.feedback.TimeVaryingLoop;
import gradlab.dynamics.feedback.Transients;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.Locus;
import gradlab.reports.chart.LoopFigures;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The figures of a feedback loop: gains by frequency, eigenloci, norms of powers, gradients by lag. */
public final class FeedbackPictures {
    private static final int MOST_LOCI = 6;
    private static final int POINTS = 361;

    private FeedbackPictures() {}

    /** The figures that there is something to draw for. */
    public static List<Figure> of(FeedbackView view) {
        FeedbackReport report = view.report();
        List<Figure> figures = new ArrayList<>(List.of(
                bode(report),
                report.closed()
                        .flatMap(ClosedLoop::response)
                        .map(FeedbackSystemPictures::nyquist)
                        .orElseGet(() -> nyquist(report))));
        if (report.transients().times().size() > 1) {
            figures.add(powers(report));
        }
        view.driven().ifPresent(driven -> figures.add(gradient(driven.loop())));
        return figures;
    }

    private static Figure bode(FeedbackReport report) {
        BodeData bode = report.bode();
        double[] places = bode.frequencies().toArray();
        HInfinityNorm.Result gain = report.gain();
        String label = Double.isFinite(gain.lower())
                ? String.format(
                        Locale.ROOT, "peak in [%.10g, %.10g] at %.4g", gain.lower(), gain.upper(), gain.frequency())
                : "";
        if (report.closed().flatMap(ClosedLoop::margins).isPresent()) {
            return FeedbackSystemPictures.bode(
                    report, report.closed().flatMap(ClosedLoop::margins).get());
        }
        return LoopFigures.bode(
                "bode",
                "Gain of the loop by frequency",
                unit(report),
                List.of(
                        Series.of("largest", places, bode.largest().toArray()),
                        Series.of("smallest", places, bode.smallest().toArray())),
                Math.max(places[0], Math.min(places[places.length - 1], gain.frequency())),
                label);
    }

    static String unit(FeedbackReport report) {
        return report.loop().isInSteps()
                ? "frequency (radians a step, log scale)"
                : "frequency (radians a unit of time, log scale)";
    }

    private static Figure nyquist(FeedbackReport report) {
        Eigenloci loci = report.eigenloci();
        List<Locus> drawn = new ArrayList<>();
        boolean isInSteps = report.loop().isInSteps();
        // The most critical ones first: by modulus, as they come, or by real part.
        IntStream.range(0, loci.real().size())
                .boxed()
                .filter(i -> loci.imaginary().get(i) >= 0 && !isRepeated(loci, i))
                .sorted(Comparator.comparing(i -> isInSteps ? 0 : -loci.real().get(i)))
                .limit(MOST_LOCI)
                .forEach(i -> drawn.add(locus(isInSteps, loci, i)));
        return LoopFigures.nyquist(
                "nyquist", report.loop().isInSteps() ? "Eigenloci of W/z" : "Eigenloci of (W + I)/(s + 1)", drawn);
    }

    private static boolean isRepeated(Eigenloci loci, int i) {
        return IntStream.range(0, i)
                .anyMatch(j -> loci.real().get(j) == loci.real().get(i)
                        && loci.imaginary().get(j) == loci.imaginary().get(i));
    }

    private static Locus locus(boolean isInSteps, Eigenloci loci, int i) {
        List<Double> real = new ArrayList<>();
        List<Double> imaginary = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            // Once round from frequency 0: in steps over a whole turn, in continuous time by way of infinity.
            boolean isSecondHalf = !isInSteps && k > POINTS / 2;
            double[] point = loci.point(isInSteps, i, isSecondHalf ? 2 * (k - POINTS + 1) : 2 * k, POINTS);
            real.add(point[0]);
            imaginary.add(point[1]);
        }
        String name = String.format(
                Locale.ROOT,
                "\u03bb = %.4g%s",
                loci.real().get(i),
                loci.imaginary().get(i) == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, " + %.4gi", loci.imaginary().get(i)));
        return new Locus(name + " (" + (i + 1) + ")", real, imaginary);
    }

    private static Figure powers(FeedbackReport report) {
        Transients transients = report.transients();
        boolean isInSteps = report.loop().isInSteps();
        double[] places = transients.times().toArray();
        double rate = report.stability().rate();
        double logRate = isInSteps ? StrictMath.log(rate) : rate;
        List<Series> series = new ArrayList<>(List.of(
                Series.of(
                        isInSteps ? "\u2016W^k\u2016" : "\u2016exp(t W)\u2016",
                        places,
                        exponentials(transients.logNorms())),
                Series.of(
                        isInSteps ? "\u03c1^k" : "exp(\u03b1 t)",
                        places,
                        Arrays.stream(places)
                                .map(k -> k == 0 ? 1 : StrictMath.exp(k * logRate))
                                .toArray())));
        transients.kreiss().filter(k -> Double.isFinite(k.upper())).ifPresent(kreiss -> {
            series.add(Series.of("Kreiss K: peak is above", places, constant(places, kreiss.lower())));
            series.add(Series.of(
                    "e n K: peak is below",
                    places,
                    constant(places, Math.E * report.loop().order() * kreiss.upper())));
        });
        return LoopFigures.norms(
                "powers",
                "A disturbance on its way forwards, a gradient on its way back",
                isInSteps ? "steps k" : "time t",
                series);
    }

    private static Figure gradient(TimeVaryingLoop loop) {
        double[] lags = new double[loop.lagLogNorms().size()];
        Arrays.setAll(lags, k -> k);
        return LoopFigures.norms(
                "gradient",
                "The largest gradient by lag, sent back from the end of the input",
                "lag (steps back)",
                List.of(
                        Series.of("along the input", lags, exponentials(loop.lagLogNorms())),
                        Series.of("product of the steps' gains", lags, exponentials(loop.boundLogNorms())),
                        Series.of("frozen at the last step", lags, exponentials(loop.frozenLogNorms()))));
    }

    private static double[] constant(double[] places, double value) {
        double[] all = new double[places.length];
        Arrays.fill(all, value);
        return all;
    }

    private static double[] exponentials(Vector logarithms) {
        return Arrays.stream(logarithms.toArray()).map(StrictMath::exp).toArray();
    }
}

package gradlab.reports.document;

import gradlab.dynamics.feedback.BodeData;
import gradlab.dynamics.feedback.ClosedLoop;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.ScalarMargins;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.Locus;
import gradlab.reports.chart.LoopFigures;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of a system with one input and one output: its gain with the crossover, its Nyquist curve. */
final class FeedbackSystemPictures {
    /** Beyond, as next to an integrator, the curve would hide the critical point. */
    private static final double FAR = 10;

    private FeedbackSystemPictures() {}

    static Figure bode(FeedbackReport report, ScalarMargins margins) {
        BodeData bode = report.bode();
        double[] places = bode.frequencies().toArray();
        double[] ones = new double[places.length];
        Arrays.fill(ones, 1);
        double crossover = margins.phaseFrequency();
        boolean isShown = crossover >= places[0] && crossover <= places[places.length - 1];
        return LoopFigures.bode(
                "bode",
                "Gain of the open loop by frequency",
                FeedbackPictures.unit(report),
                List.of(Series.of("|G|", places, bode.largest().toArray()), Series.of("1", places, ones)),
                isShown ? crossover : places[0],
                isShown
                        ? String.format(
                                Locale.ROOT,
                                "crossover at %.4g, phase margin %.4g\u00b0",
                                crossover,
                                Math.toDegrees(margins.phase()))
                        : "");
    }

    /** From frequency 0 on, and back along the mirror image. */
    static Figure nyquist(ClosedLoop.ScalarResponse response) {
        List<Double> real = new ArrayList<>();
        List<Double> imaginary = new ArrayList<>();
        int n = response.frequencies().size();
        for (int k = 0; k < 2 * n; k++) {
            int i = k < n ? k : 2 * n - 1 - k;
            double x = response.real().get(i);
            double y = response.imaginary().get(i);
            boolean isNear = StrictMath.hypot(x, y) <= FAR;
            real.add(isNear ? x : Double.NaN);
            imaginary.add(isNear ? (k < n ? y : -y) : Double.NaN);
        }
        return LoopFigures.nyquist("nyquist", "Nyquist curve of the open loop", new Locus("G", real, imaginary));
    }
}

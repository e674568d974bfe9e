package gradlab.reports.document;

import gradlab.dynamics.data.Forecast;
import gradlab.dynamics.training.ClosedLoop;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.ForecastFigures;
import gradlab.reports.chart.PlanePoints;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of a trained network that was run free: its attractor beside the truth's, a forecast beside what happened. */
public final class ClosedLoopPictures {
    private static final int POINTS = 4_000;
    private static final int SHOWN = 200;
    private static final String UNIT = " (standard deviations)";

    private ClosedLoopPictures() {}

    /** The figures, if the run has a closed loop whose orbit stays among the numbers. */
    public static List<Figure> of(Experiment experiment, RunRecord run, double[] parameters) {
        gradlab.dynamics.training.Series bounded = run.series().get("closed_loop/bounded");
        if (bounded == null || bounded.value(0) == 0 || !(experiment.data() instanceof Forecast data)) {
            return List.of();
        }
        ClosedLoop loop = ClosedLoop.of(experiment, run.seed(), parameters);
        int width = data.shape().length(1);
        double[] free = loop.forecasts(0, Math.max(POINTS, data.test()));
        List<Figure> figures = new ArrayList<>();
        figures.add(forecast(
                loop, data, free, width, run.series("closed_loop/forecast_time").value(0)));
        figures.add(attractors(experiment.split(run.seed()).train().inputs(), data, free, width));
        return figures;
    }

    private static Figure forecast(ClosedLoop loop, Forecast data, double[] free, int width, double lost) {
        double[] truth = loop.truth();
        int steps = Math.min(SHOWN, truth.length / width - data.length());
        double[] time = new double[steps];
        double[] happened = new double[steps];
        double[] said = new double[steps];
        for (int t = 0; t < steps; t++) {
            time[t] = (t + 1) * data.every();
            happened[t] = truth[(data.length() + t) * width];
            said[t] = free[t * width];
        }
        return ForecastFigures.forecast(
                Series.of("truth", time, happened),
                Series.of("forecast", time, said),
                lost,
                "time after the last state heard",
                (width > 1 ? "x" : "value") + UNIT);
    }

    /** Of three coordinates the first and the last, of one its next value over each. */
    private static Figure attractors(double[] windows, Forecast data, double[] free, int width) {
        int each = data.length() * width;
        double[] series = new double[Math.min(windows.length / each, POINTS + 1) * width];
        for (int i = 0; i < series.length / width; i++) {
            System.arraycopy(windows, i * each, series, i * width, width);
        }
        return ForecastFigures.attractors(
                points("the series", series, width),
                points("the network, run free", Arrays.copyOf(free, series.length), width),
                (width > 1 ? "x" : "value") + UNIT,
                (width > 1 ? "z" : "value one step later") + UNIT);
    }

    private static PlanePoints points(String name, double[] series, int width) {
        int count = series.length / width - 1;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int t = 0; t < count; t++) {
            x[t] = series[t * width];
            y[t] = width > 1 ? series[t * width + width - 1] : series[t + 1];
        }
        return PlanePoints.of(name, x, y);
    }
}

package gradlab.reports.chart;

import java.util.List;

/** The figures of training runs. Each draws several series, on a logarithmic vertical axis. */
public final class RunFigures {

    private RunFigures() {}

    /**
     * The norm of the gradient at each layer; one series a step or a run, {@code x} the layer.
     *
     * @param id the figure's anchor: lower-case letters, digits and hyphens
     */
    public static Figure gradientByDepth(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "layer (1 is next to the input)", "layer", "gradient norm (2-norm, log scale)")
                .draw(series);
    }

    /** The loss at each step; one series a run, {@code x} the step. */
    public static Figure lossOverSteps(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "optimiser step", "step", "training loss (nats, log scale)").draw(series);
    }

    /** The loss at each step, of runs whose losses may be of several kinds; one series a run. */
    public static Figure lossOfRuns(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "optimiser step", "step", "training loss (log scale)").draw(series);
    }

    /** The norm of the whole gradient at each step; one series a run, {@code x} the step. */
    public static Figure gradientNormOverSteps(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "optimiser step", "step", "gradient norm (2-norm, log scale)").draw(series);
    }

    /** The loss at each step where it is no entropy. */
    public static Figure squaredErrorOverSteps(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "optimiser step", "step", "training loss (mean squared error, log scale)")
                .draw(series);
    }

    /** The sharpness at each step beside what the optimiser can stand. */
    public static Figure sharpnessOverSteps(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "optimiser step", "step", "Hessian eigenvalue (log scale)").draw(series);
    }

    /**
     * A quantity of each layer over steps as colours; one series a layer, the first at the bottom, all over the same steps.
     *
     * @param quantity such as "gradient norm (2-norm)"
     */
    public static Figure byLayer(String id, String title, String quantity, List<Series> series) {
        return new HeatFigure(id, title, quantity).draw(series);
    }

    /** A loss of any kind at each step, with places pointed out. */
    public static Figure markedLoss(String id, String title, List<Series> series, List<Mark> marks) {
        return new LogFigure(id, title, "step of the log", "step", "loss (log scale)").draw(series, marks);
    }

    /** Norms at each step, with places pointed out. */
    public static Figure markedNorms(String id, String title, List<Series> series, List<Mark> marks) {
        return new LogFigure(id, title, "step of the log", "step", "norm (2-norm, log scale)").draw(series, marks);
    }
}

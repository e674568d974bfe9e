package gradlab.reports.chart;

import java.util.List;

/** The figures of a network as a Forward Euler solver. */
public final class EulerFigures {

    private EulerFigures() {}

    /** Boundaries of stability regions, and the eigenvalues h lambda, one group a layer from the first to the last. */
    public static Figure regions(String id, String title, List<PlanePoints> regions, List<PlanePoints> eigenvalues) {
        return new RegionFigure(id, title, "real part of h λ", "imaginary part of h λ").draw(regions, eigenvalues);
    }

    /** How much the first layers stretch a vector; {@code x} the number of layers. */
    public static Figure growth(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "depth (layers)", "depth", "largest growth of a vector (log scale)")
                .draw(series);
    }

    /** How much each layer stretches a vector; {@code x} counts layers. */
    public static Figure stepNorms(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "residual layer", "layer", "growth in one layer (log scale)").draw(series);
    }

    /** Errors against the time of a step. */
    public static Figure errors(String id, String title, List<Series> series) {
        return new PowerFigure(id, title, "time of a step (log scale)", "step", "error at the end (2-norm, log scale)")
                .draw(series);
    }

    /** The norms of orbits; {@code x} counts steps. */
    public static Figure orbits(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "step", "step", "norm of the state (2-norm, log scale)").draw(series);
    }
}

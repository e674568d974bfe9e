package gradlab.reports.chart;

import java.util.List;

/** The figures of a matrix or a model: its singular values, its gradients by depth, its pseudospectra. */
public final class SpectrumFigures {

    private SpectrumFigures() {}

    /**
     * How many singular values lie where; the axis is logarithmic where they spread over more than a decade.
     *
     * @param id the figure's anchor: lower-case letters, digits and hyphens
     * @param values none negative, in any order, at least one
     */
    public static Figure histogram(String id, String title, double[] values) {
        return new HistogramFigure(id, title, "singular value").draw(values);
    }

    /** The norm of the gradient before each layer; {@code x} counts the layers from the input. */
    public static Figure gradientProfile(String id, String title, Series series) {
        return new LogFigure(id, title, "layer (1 is next to the input)", "layer", "gradient norm (2-norm, log scale)")
                .draw(List.of(series));
    }

    /** The norm of each layer's Jacobian beside that of its weights. */
    public static Figure layerNorms(String id, String title, List<Series> series) {
        return new LogFigure(id, title, "layer (1 is next to the input)", "layer", "spectral norm (log scale)")
                .draw(series);
    }

    /** Curves on which the smallest singular value of zI - A is a power of ten, with the eigenvalues inside them. */
    public static Figure pseudospectrum(String id, String title, ResolventGrid grid) {
        return new PseudospectrumFigure(id, title).draw(grid);
    }
}

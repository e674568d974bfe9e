package gradlab.reports.chart;

import java.util.List;

/** The figures of random networks: phases, signals and gradients by layer, singular values. */
public final class PhaseFigures {
    private PhaseFigures() {}

    /** Where gradients vanish and where they explode. */
    public static Figure diagram(String id, String title, PhaseGrid grid) {
        return new PhaseDiagramFigure(id, title).draw(grid);
    }

    /** Lines of theory and measured points over layers, on a linear axis or a logarithmic one. */
    public static Figure byLayer(
            String id,
            String title,
            String vertical,
            boolean logarithmic,
            List<Series> theory,
            List<MeasuredSeries> measured) {
        return new MeasuredFigure(id, title, vertical, logarithmic).draw(theory, measured);
    }

    /** A histogram per decade of values whose decimal logarithms are given, with the density of theory. */
    public static Figure density(String id, String title, double[] logarithms, double[] densities, double[] sample) {
        return new DensityFigure(id, title).draw(logarithms, densities, sample);
    }
}

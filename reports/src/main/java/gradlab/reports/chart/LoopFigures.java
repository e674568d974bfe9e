package gradlab.reports.chart;

import java.util.List;
import java.util.Optional;

/** The figures of a feedback loop. */
public final class LoopFigures {
    private LoopFigures() {}

    /**
     * Gains by frequency, both axes logarithmic.
     *
     * @param horizontal the frequency with its unit
     * @param peak where the largest gain is
     * @param label what is written there
     */
    public static Figure bode(
            String id, String title, String horizontal, List<Series> gains, double peak, String label) {
        Optional<LoopCurves.Mark> mark =
                label.isEmpty() ? Optional.empty() : Optional.of(new LoopCurves.Mark(peak, label));
        return new LoopCurves(id, title, horizontal, "singular values of G (log scale)", true).draw(gains, mark);
    }

    /** Norms over steps, times or lags, the vertical axis logarithmic. */
    public static Figure norms(String id, String title, String horizontal, List<Series> norms) {
        return new LoopCurves(id, title, horizontal, "norm (2-norm, log scale)", false).draw(norms, Optional.empty());
    }

    /** Eigenloci around the critical point 1. */
    public static Figure nyquist(String id, String title, List<Locus> loci) {
        return new LociFigure(id, title, "eigenloci", 1).draw(loci);
    }

    /** The Nyquist curve of a scalar loop, closed by negative feedback, around the critical point -1. */
    public static Figure nyquist(String id, String title, Locus curve) {
        return new LociFigure(id, title, "curve", -1).draw(List.of(curve));
    }
}

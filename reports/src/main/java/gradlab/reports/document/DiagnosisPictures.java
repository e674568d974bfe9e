package gradlab.reports.document;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.Finding;
import gradlab.dynamics.diagnosis.LogSeries;
import gradlab.dynamics.diagnosis.Quantity;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.Mark;
import gradlab.reports.chart.RunFigures;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a diagnosis: loss, and norms of gradients, over steps, with the findings marked. */
public final class DiagnosisPictures {
    private static final int MOST_POINTS = 2_000;
    private static final int MOST_LINES = 7;
    private static final int MOST_MARKS = 4;

    private DiagnosisPictures() {}

    /** The figures that the log gives. */
    public static List<Figure> of(Diagnosis diagnosis) {
        List<Mark> marks = marks(diagnosis);
        List<Figure> figures = new ArrayList<>();
        List<Series> loss = diagnosis.log().loss().stream()
                .map(series -> drawn(series, series.name()))
                .toList();
        if (!loss.isEmpty()) {
            figures.add(RunFigures.markedLoss("loss", "Loss over steps, with findings", loss, marks));
        }
        List<Series> norms = norms(diagnosis);
        if (!norms.isEmpty()) {
            figures.add(
                    RunFigures.markedNorms("gradient-norm", "Gradient norms over steps, with findings", norms, marks));
        }
        return figures;
    }

    private static List<Series> norms(Diagnosis diagnosis) {
        List<LogSeries> layers = diagnosis.log().layers(Quantity.GRADIENT);
        List<Series> whole = Stream.of(Quantity.GRADIENT, Quantity.CLIPPED_GRADIENT)
                .flatMap(quantity -> diagnosis.log().whole(quantity).stream())
                .map(series -> drawn(series, series.name()))
                .toList();
        int room = MOST_LINES - whole.size();
        int[] chosen = layers.size() <= room
                ? IntStream.range(0, layers.size()).toArray()
                : IntStream.range(0, room)
                        .map(i -> (int) Math.round((double) i * (layers.size() - 1) / (room - 1)))
                        .toArray();
        return Stream.concat(
                        whole.stream(),
                        Arrays.stream(chosen)
                                .mapToObj(
                                        i -> drawn(layers.get(i), layers.get(i).layer())))
                .toList();
    }

    /** The first findings of each kind that have a step. */
    private static List<Mark> marks(Diagnosis diagnosis) {
        Set<String> seen = new TreeSet<>();
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : diagnosis.findings()) {
            if (finding.step().isPresent()
                    && marks.size() < MOST_MARKS
                    && seen.add(finding.kind().id())) {
                long step = finding.step().getAsLong();
                marks.add(new Mark(step, finding.kind().id() + ": step " + step));
            }
        }
        return marks;
    }

    /** Of long series an even choice, with the first value that is not finite and the last. */
    private static Series drawn(LogSeries series, String name) {
        int every = Math.max(1, series.size() / MOST_POINTS);
        int broken = series.firstNonFinite().orElse(-1);
        int[] kept = IntStream.range(0, series.size())
                .filter(i -> i % every == 0 || i == broken || i == series.size() - 1)
                .toArray();
        return Series.of(
                name,
                Arrays.stream(kept).mapToDouble(i -> (double) series.step(i)).toArray(),
                Arrays.stream(kept).mapToDouble(series::value).toArray());
    }
}

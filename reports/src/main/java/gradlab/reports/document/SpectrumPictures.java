package gradlab.reports.document;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.NumericalRange;
import gradlab.analysis.spectrum.Pseudospectrum;
import gradlab.analysis.survey.LayerRow;
import gradlab.analysis.survey.Spectrum;
import gradlab.analysis.survey.Subject;
import gradlab.analysis.survey.WeightRow;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.ResolventGrid;
import gradlab.reports.chart.Series;
import gradlab.reports.chart.SpectrumFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a spectrum: singular values, gradients and norms by layer, pseudospectra of a square matrix. */
public final class SpectrumPictures {
    private static final int LARGEST_PSEUDOSPECTRUM = 256;
    private static final int GRID = 81;

    private SpectrumPictures() {}

    /** The figures that this spectrum and these layers give. */
    public static List<Figure> of(Subject subject, Spectrum spectrum, List<LayerRow> layers) {
        List<Figure> figures = new ArrayList<>();
        if (spectrum.values().size() > 0) {
            String title = spectrum.complete() ? "Singular values" : "The largest singular values";
            figures.add(SpectrumFigures.histogram(
                    "singular-values", title, spectrum.values().toArray()));
        }
        addGradients(figures, layers);
        if (spectrum.rows() == spectrum.columns() && spectrum.rows() > 0 && spectrum.rows() <= LARGEST_PSEUDOSPECTRUM) {
            DenseMatrix matrix = DenseMatrix.of(subject.operator());
            figures.add(SpectrumFigures.pseudospectrum("pseudospectrum", "Pseudospectra", grid(matrix)));
        }
        return figures;
    }

    private static void addGradients(List<Figure> figures, List<LayerRow> layers) {
        series("gradient", layers, LayerRow::gradientNorm)
                .ifPresent(gradient -> figures.add(SpectrumFigures.gradientProfile(
                        "gradient-profile", "Gradient sent back by the output's most amplified direction", gradient)));
        List<Series> norms = Stream.of(
                        series("weights", layers, SpectrumPictures::weightNorm),
                        series("Jacobian at this point", layers, LayerRow::jacobianNorm))
                .flatMap(Optional::stream)
                .toList();
        if (norms.size() > 1) {
            figures.add(SpectrumFigures.layerNorms(
                    "layer-norms", "Norms of each layer's weights and of its Jacobian", norms));
        }
    }

    private static OptionalDouble weightNorm(LayerRow layer) {
        return layer.weights().stream().mapToDouble(WeightRow::norm).max();
    }

    /** What is known of some layers; nothing if of none. */
    private static Optional<Series> series(
            String name, List<LayerRow> layers, Function<LayerRow, OptionalDouble> quantity) {
        List<Integer> known = IntStream.range(0, layers.size())
                .filter(i -> quantity.apply(layers.get(i)).isPresent())
                .boxed()
                .toList();
        List<Double> places = known.stream().map(i -> i + 1.0).toList();
        List<Double> values = known.stream()
                .map(i -> quantity.apply(layers.get(i)).getAsDouble())
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Series(name, places, values));
    }

    private static ResolventGrid grid(DenseMatrix matrix) {
        Pseudospectrum.Grid around = Pseudospectrum.Grid.around(NumericalRange.of(matrix), GRID);
        Pseudospectrum field = Pseudospectrum.of(matrix, around);
        List<List<Double>> smallest = IntStream.range(0, GRID)
                .mapToObj(i -> IntStream.range(0, GRID)
                        .mapToObj(j -> field.smallest().get(i, j))
                        .toList())
                .toList();
        List<List<Double>> eigenvalues = IntStream.range(0, matrix.rows())
                .mapToObj(i -> List.of(
                        field.eigenvalues().real().get(i),
                        field.eigenvalues().imaginary().get(i)))
                .toList();
        return new ResolventGrid(
                list(field.real().toArray()), list(field.imaginary().toArray()), smallest, eigenvalues);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}

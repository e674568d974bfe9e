package gradlab.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RunFiguresTest {

    private static final Series STABLE = Series.from("stable", 0, new double[] {2, 1, 0.5, 0.25});
    private static final Series BROKEN = Series.from("broken", 0, new double[] {2, 30, Double.NaN, 5, 7});

    private static List<Element> elements(Figure figure) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(figure.svg())));
            NodeList all = document.getElementsByTagName("*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return elements;
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + figure.svg(), e);
        }
    }

    private static List<String> curves(Figure figure) {
        return elements(figure).stream()
                .filter(e ->
                        e.getTagName().equals("path") && e.getAttribute("d").contains("L"))
                .map(e -> e.getAttribute("d"))
                .toList();
    }

    @Test
    void scalesAndSpeaks() {
        Figure figure = RunFigures.lossOverSteps("loss", "Loss", List.of(STABLE));
        Element root = elements(figure).get(0);
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 560 380");
        assertThat(root.hasAttribute("width")).isFalse();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(elements(figure).get(1).getTextContent()).isEqualTo("Loss");
        assertThat(elements(figure).get(2).getTextContent())
                .isEqualTo(figure.description())
                .contains("stable: from 2.00 to 0.250, between 0.250 and 2.00.");
    }

    @Test
    void isTheSameEachTimeAndNeedsNothingElse() {
        Figure figure = RunFigures.lossOverSteps("loss", "Loss", List.of(STABLE, BROKEN));
        assertThat(RunFigures.lossOverSteps("loss", "Loss", List.of(STABLE, BROKEN)))
                .isEqualTo(figure);
        assertThat(figure.svg())
                .doesNotContain("href=")
                .doesNotContain("<image")
                .doesNotContain("<!--");
    }

    @Test
    void idsOfTwoFiguresNeverMeet() {
        List<String> ids = new ArrayList<>();
        for (String id : List.of("first", "second")) {
            Figure figure = RunFigures.gradientByDepth(id, "Depth", List.of(BROKEN));
            List<String> own = elements(figure).stream()
                    .map(e -> e.getAttribute("id"))
                    .filter(i -> !i.isEmpty())
                    .toList();
            assertThat(own).isNotEmpty().allMatch(i -> i.startsWith(id + "-"));
            String references = figure.svg().lines().collect(Collectors.joining());
            assertThat(references.split("url\\(#", -1)).hasSizeGreaterThan(1);
            assertThat(references).doesNotContainPattern("url\\(#(?!" + id + "-)");
            ids.addAll(own);
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void leavesAGapAndSaysWhereValuesStopBeingFinite() {
        Figure figure = RunFigures.gradientNormOverSteps("g", "Gradient", List.of(BROKEN));
        assertThat(figure.notes())
                .containsExactly("broken: the first value that is not finite stands at step 2; "
                        + "nothing is drawn where a value is not finite.");
        assertThat(curves(figure))
                .as("one curve of two strokes")
                .anyMatch(d -> d.matches("M[^ML]*L[^ML]*M[^ML]*L[^ML]*"));
        for (double missing : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Series series = Series.from("gap", 0, new double[] {2, 30, missing, 5, 7});
            assertThat(curves(RunFigures.lossOverSteps("l", "Loss", List.of(series))))
                    .anyMatch(d -> d.matches("M[^ML]*L[^ML]*M[^ML]*L[^ML]*"));
        }
        Figure whole = RunFigures.gradientNormOverSteps("g", "Gradient", List.of(STABLE));
        assertThat(whole.notes()).isEmpty();
        assertThat(curves(whole)).noneMatch(d -> d.matches("M[^ML]*L[^ML]*M[^ML]*L[^ML]*"));
    }

    @Test
    void aRunMayEndAtItsFirstNonFiniteValue() {
        Series ended = Series.from("run", 0, new double[] {1, 2}).withNonFiniteAt(2);
        assertThat(RunFigures.lossOverSteps("l", "Loss", List.of(ended)).notes())
                .singleElement()
                .asString()
                .contains("stands at step 2;");
        assertThatIllegalArgumentException().isThrownBy(() -> STABLE.withNonFiniteAt(3));
    }

    @Test
    void countsWhatALogarithmicAxisHasNoPlaceFor() {
        Series series = Series.from("run", 0, new double[] {1, 0, -3, 2});
        assertThat(RunFigures.lossOverSteps("l", "Loss", List.of(series)).notes())
                .containsExactly(
                        "run: 2 values of 0 or below are left out, for a logarithmic axis has no place for them.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, Double.MAX_VALUE, 1, 1e-300})
    void hasAPlaceForEveryPositiveNumber(double value) {
        Series wide = Series.from("wide", 0, new double[] {value, Double.MIN_VALUE, Double.MAX_VALUE});
        Series lone = Series.from("lone", 0, new double[] {value});
        for (Series series : List.of(wide, lone)) {
            String svg = RunFigures.lossOverSteps("l", "Loss", List.of(series)).svg();
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void marksLongSeriesHereAndThereAndLonePointsAlways() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> 1).toArray();
        values[54] = 0;
        values[56] = Double.NaN;
        Series series = Series.from("long", 0, values);
        MarkedLines lines = new MarkedLines(List.of(series, series));
        assertThat(lines.getItemShapeVisible(1, 0)).isTrue();
        assertThat(lines.getItemShapeVisible(1, 55)).isTrue();
        long marks = IntStream.range(0, 100)
                .filter(i -> lines.getItemShapeVisible(1, i))
                .count();
        assertThat(marks).isBetween(5L, 20L);
    }

    @Test
    void drawsASeriesWithoutAnyPoint() {
        Series empty = Series.from("empty", 0, new double[] {});
        Series never = Series.from("never", 0, new double[] {Double.NaN, Double.NEGATIVE_INFINITY});
        Figure figure = RunFigures.lossOverSteps("l", "Loss", List.of(empty, never));
        assertThat(figure.description()).contains("empty: no point can be drawn.");
        assertThat(figure.svg()).doesNotContain("NaN");
    }

    @Test
    void acceptsTwoSeriesOfOneName() {
        Figure figure = RunFigures.lossOverSteps("l", "Loss", List.of(STABLE, STABLE));
        assertThat(curves(figure)).isNotEmpty();
    }

    @Test
    void escapesWhatStrangersWrite() {
        Series series = Series.from("<script>alert(1)</script>\u0001", 0, new double[] {1, 2});
        Figure figure = RunFigures.lossOverSteps("l", "]]><script>\"'", List.of(series));
        assertThat(figure.svg()).doesNotContain("<script").doesNotContain("\u0001");
        assertThat(elements(figure).get(1).getTextContent()).isEqualTo("]]><script>\"'");
    }

    @Test
    void refusesWhatIsNoSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("s", new double[] {0, 0}, new double[] {1, 2}))
                .withMessage("x must be finite and increasing, was 0.0 at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("s", new double[] {Double.NaN}, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.of("s", new double[] {0}, new double[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> RunFigures.lossOverSteps("l", "Loss", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunFigures.lossOverSteps("\"><script>", "Loss", List.of(STABLE)));
    }
}

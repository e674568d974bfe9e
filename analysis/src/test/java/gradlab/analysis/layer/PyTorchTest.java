package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.block.Block;
import gradlab.analysis.block.Embedding;
import gradlab.analysis.block.Parameter;
import gradlab.analysis.operator.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks against PyTorch: value, gradient by the input and by the parameters. The file says what made it. */
class PyTorchTest {
    /** Two implementations in double precision, a few hundred operations on numbers of order 1, relative to the largest. */
    private static final double TOLERANCE = 2e-14;

    private static final Map<String, Map<String, double[]>> REFERENCE = read();

    private static Map<String, Map<String, double[]>> read() {
        Map<String, Map<String, double[]>> all = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(PyTorchTest.class.getResourceAsStream("pytorch.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .forEach(parts -> all.computeIfAbsent(parts[0], name -> new LinkedHashMap<>())
                            .put(parts[1], numbers(parts[2])));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(t -> !t.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Map<String, Block> blocks() {
        Map<String, Block> blocks = new LinkedHashMap<>();
        Blocks.lines().forEach(line -> {
            String name = (String) line.get()[0];
            blocks.put(name.replace(" as a block", ""), ((BlockLayer) line.get()[1]).block());
        });
        blocks.put("embedding", new Embedding(5, 2));
        return blocks;
    }

    static Stream<String> names() {
        return REFERENCE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void valueAndGradientsAreThoseOfPyTorch(String name) {
        Map<String, double[]> expected = Objects.requireNonNull(REFERENCE.get(name));
        Layer layer = layer(Objects.requireNonNull(blocks().get(name), name), of(expected, "p"));
        Linearisation at = layer.at(of(expected, "x"), 2);
        near(at.value(), of(expected, "y"));
        double[] gradient = new double[layer.parameterCount()];
        near(at.backward(of(expected, "dy"), gradient, 0), of(expected, "dx"));
        near(gradient, of(expected, "dp"));
    }

    private static double[] of(Map<String, double[]> quantities, String name) {
        return Objects.requireNonNull(quantities.get(name), name);
    }

    private static void near(double[] actual, double[] expected) {
        double largest =
                Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        assertThat(actual).containsExactly(expected, within(TOLERANCE * largest));
    }

    private static Layer layer(Block block, double[] parameters) {
        List<Vector> values = new ArrayList<>();
        int at = 0;
        for (Parameter parameter : block.parameters()) {
            int to = at + parameter.shape().size();
            values.add(Vector.of(Arrays.copyOfRange(parameters, at, to)));
            at = to;
        }
        assertThat(at).isEqualTo(parameters.length);
        return BlockLayer.of(block, values);
    }

    /** A block that nobody compared is a gap; the paddings of these two are not to be had in PyTorch. */
    @Test
    void everyBlockIsCompared() {
        List<String> missing = blocks().keySet().stream()
                .filter(name -> !REFERENCE.containsKey(name))
                .toList();
        assertThat(missing).containsExactly("avgpool padded", "maxpool padded");
        assertThat(REFERENCE).hasSizeGreaterThan(50);
    }
}

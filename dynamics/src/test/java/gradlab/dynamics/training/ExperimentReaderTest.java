package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradlab.analysis.network.Initialisation.Scheme;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.blueprint.ActivationSpec;
import gradlab.dynamics.blueprint.DenseSpec;
import gradlab.dynamics.blueprint.LayerSpec;
import gradlab.dynamics.blueprint.LayerSpecs;
import gradlab.dynamics.blueprint.NormSpec;
import gradlab.dynamics.blueprint.ResidualSpec;
import gradlab.dynamics.data.DigitsSource;
import gradlab.dynamics.data.Scaling;
import gradlab.dynamics.optimiser.Optimiser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentReaderTest {
    static final String SMALL = """
            name: small
            title: A small network
            data:
              set: digits
              train: 100
              scaling: unit
            network:
              - dense: 8
                activation: tanh
              - repeat: 2
                layers:
                  - residual:
                      - layernorm: 1e-3
                        affine: true
                      - dense: 8
                        bias: false
                      - leaky_relu: 0.1
                    step: 0.5
              - dense: 10
            initialisation:
              scheme: he
              gain: 0.9
            loss: softmax_cross_entropy
            optimiser:
              sgd:
                rate: 0.1
            batch: 20
            steps: 7
            record:
              every: 2
              updates: false
              jacobian: 3
            """;

    private static Experiment read(String text) {
        return ExperimentReader.read(new SourceText("e.yaml", text));
    }

    @Test
    void everyFieldArrives() {
        Experiment experiment = read(SMALL);
        LayerSpec block = new ResidualSpec(
                List.of(
                        new NormSpec(NormSpec.Kind.LAYER, 1e-3, true),
                        new DenseSpec(8, false, Optional.empty(), false),
                        new ActivationSpec(ActivationSpec.Kind.LEAKY_RELU, 0.1)),
                0.5,
                false);
        assertThat(experiment.network())
                .containsExactly(
                        new DenseSpec(8, true, Optional.of(new ActivationSpec(ActivationSpec.Kind.TANH, 0)), false),
                        block,
                        block,
                        new DenseSpec(10, true, Optional.empty(), false));
        assertThat(experiment.name()).isEqualTo("small");
        assertThat(experiment.data()).isEqualTo(new DigitsSource(DigitsSource.View.FLAT, 100, Scaling.UNIT));
        assertThat(experiment.initialisation().weights().scheme()).isEqualTo(Scheme.HE);
        assertThat(experiment.initialisation().weights().gain()).isEqualTo(0.9);
        assertThat(experiment.updates().optimiser()).isEqualTo(Optimiser.sgd(0.1));
        assertThat(experiment.recording()).isEqualTo(new Recording(2, false, 0, 3, 0, 0, 0, 0, 0));
        assertThat(experiment.initialNetwork(1).parameterCount())
                .isEqualTo(LayerSpecs.parameters(experiment.network(), Shape.of(64)));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("steps: 7", "steps: 0", "28:8: found '0', expected a whole number from 1 to 100000"),
                Arguments.of("steps: 7", "steps: 1e3", "28:8: found '1e3', expected a whole number from 1 to 100000"),
                Arguments.of("steps: 7", "steps: 100001", "found '100001', expected a whole number from 1 to 100000"),
                Arguments.of("batch: 20", "batch: 101", "found '101', expected a whole number from 1 to 100"),
                Arguments.of("train: 100", "train: 1797", "found '1797', expected a whole number from 1 to 1796"),
                Arguments.of(
                        "set: digits", "set: letters", "4:8: found 'letters', expected one of digits, adding, copying"),
                Arguments.of("scaling: unit", "scaling: half", "found 'half', expected one of none, unit, standard"),
                Arguments.of("scheme: he", "scheme: him", "expected one of he, xavier, lecun, orthogonal"),
                Arguments.of("gain: 0.9", "gain: -1", "found '-1', expected a gain from 0 to 1e6"),
                Arguments.of("gain: 0.9", "gain: NaN", "found 'NaN', expected a gain from 0 to 1e6"),
                Arguments.of("rate: 0.1", "rate: 0", "found '0', expected a rate above 0, up to 1e6"),
                Arguments.of(
                        "sgd:", "adamant:", "25:3: found a mapping, expected kind: one of sgd, momentum, nesterov"),
                Arguments.of("name: small", "name: Not Kebab", "1:7: found 'Not Kebab', expected a kebab-case name"),
                Arguments.of(
                        "name: small",
                        "colour: red",
                        "1:1: found the unknown key 'colour', expected one of name, title"),
                Arguments.of("title: A", "extra: 1\ntitle: A", "2:1: found the unknown key 'extra'"),
                Arguments.of("  - dense: 10", "  - dense: 11", "found a network with 11 outputs, expected 10 outputs"),
                Arguments.of("  - dense: 8", "  - dense: 4097", "expected a whole number from 1 to 4096"),
                Arguments.of(
                        "          - dense: 8", "          - dense: 9", "found a branch from 8 to 9 units, expected"),
                Arguments.of("repeat: 2", "repeat: 200", "found 600 layers, expected at most 200 layers"),
                Arguments.of("repeat: 2", "repeat: 0", "expected a whole number from 1 to 200"),
                Arguments.of("layernorm: 1e-3", "layernorm: 0", "expected an eps above 0"),
                Arguments.of("activation: tanh", "activation: gauss", "9:17: found 'gauss', expected relu, tanh"),
                Arguments.of("activation: tanh", "units: 3", "found the unknown key 'units'"),
                Arguments.of("  - dense: 10", "  - dense: 10\n  - swish", "found 'swish', expected relu, tanh"),
                Arguments.of("  - dense: 10", "  - []", "found a sequence, expected relu, tanh"),
                Arguments.of("loss: softmax_cross_entropy", "loss: &a x", "found a YAML anchor or alias"),
                Arguments.of("every: 2", "every: [2]", "found a sequence, expected a scalar"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void aMistakeGivesOneLocatedLine(String correct, String mistaken, String message) {
        assertThat(SMALL).contains(correct);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read(SMALL.replace(correct, mistaken)))
                .withMessageStartingWith("e.yaml:")
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void sizesAreBoundedBeforeAnythingIsAllocated() {
        String wide =
                SMALL.replace("  - dense: 10\n", "  - repeat: 50\n    layers:\n      - dense: 4096\n  - dense: 10\n");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read(wide))
                .withMessageContaining("the number of parameters must be in [0, 20000000]");
        String nested = SMALL.replace(
                "  - dense: 10\n",
                "  - repeat: 200\n    layers:\n      - repeat: 200\n        layers:\n          - relu\n  - dense: 10\n");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read(nested))
                .withMessageContaining("found 40000 layers, expected at most 200 layers");
    }
}

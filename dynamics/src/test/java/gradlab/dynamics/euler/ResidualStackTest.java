package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.SystemSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualStackTest {
    private static Layer scaled(double factor) {
        return Layers.dense(DenseMatrix.of(2, 2, factor, 0, 0, factor));
    }

    @Test
    void residualLayersOfANetworkAreFoundAtTheirPoints() {
        Network network = Network.of(
                2,
                scaled(2),
                Layers.residual(scaled(-1), 0.5),
                Layers.residual(scaled(3), 0.25),
                Layers.tanh(),
                Layers.residual(scaled(-1), -2));
        List<ResidualStep> steps = ResidualStack.in(network, new double[] {1, 10});
        assertThat(steps.stream().map(ResidualStep::name)).containsExactly("layer2", "layer3", "layer5");
        assertThat(steps.stream().map(ResidualStep::step)).containsExactly(0.5, 0.25, 2.0);
        assertThat(steps.stream().map(ResidualStep::continues)).containsExactly(false, true, false);
        assertThat(steps.get(0).at().toArray()).containsExactly(2, 20);
        assertThat(steps.get(1).at().toArray()).containsExactly(1, 10);
        // A negative step counts as a step of -f: here of x' = x.
        assertThat(DenseMatrix.of(steps.get(2).jacobian()).toArray()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void theInnermostResidualLayersAreMeant() {
        Layer inner = Layers.residual(scaled(-1), 0.5);
        Network network = Network.of(2, Layers.residual(Layers.sequential(inner, scaled(1), inner)));
        assertThat(ResidualStack.in(network, new double[] {1, 1}).stream().map(ResidualStep::name))
                .containsExactly("layer1/branch/layer1", "layer1/branch/layer3");
    }

    /** exp(hA) is between the bounds of the flow, the product below the product of the norms, to the last layer. */
    @Test
    void growthByDepth() {
        DenseMatrix a = DenseMatrix.of(2, 2, -1, 4, 0, -1);
        StackStability stack = StackSurvey.withDefaults()
                .withDepth(30)
                .of(ResidualStack.ofGenerator(a, 0.1, new double[2]), done -> {});
        GrowthProfile growth = stack.growth().get(0);
        assertThat(growth.measured().size()).isEqualTo(31);
        for (int k = 1; k <= 30; k++) {
            assertThat(growth.measured().get(k))
                    .isLessThanOrEqualTo(growth.steps().get(k) + 1e-12);
        }
        // (I + hA)^k = [[0.9^k, 0.4 k 0.9^(k-1)], [0, 0.9^k]].
        double p = StrictMath.pow(0.9, 10);
        double q = 0.4 * 10 * StrictMath.pow(0.9, 9);
        double norm = (Math.sqrt(q * q + 4 * p * p) + q) / 2;
        assertThat(growth.measured().get(10)).isCloseTo(StrictMath.log(norm), within(1e-12));
        assertThat(growth.flowUpper().get(10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theLargestStepOfAStackIsThatOfItsWorstLayer() {
        Network network = Network.of(2, Layers.residual(scaled(-1), 0.5), Layers.residual(scaled(-8), 0.5));
        StackStability stack = StackSurvey.withDefaults()
                .of(new ResidualStack("test", ResidualStack.in(network, new double[] {1, 1})), done -> {});
        assertThat(stack.largestStep()).isCloseTo(0.25, within(1e-14));
        assertThat(stack.largestScale()).isCloseTo(0.5, within(1e-14));
        assertThat(stack.advice()).startsWith("scale every branch by 0.5,");
        assertThat(stack.growth()).hasSize(1);
        assertThat(stack.growth().get(0).measured().get(2)).isCloseTo(StrictMath.log(0.5 * 3), within(1e-12));
    }

    @Test
    void aLayerMatrixIsTheGeneratorPlusTheIdentity() {
        DenseMatrix w = DenseMatrix.of(1, 1, -1.2);
        ResidualStep step =
                ResidualStack.ofLayer(w, 0.5, new double[] {1}).steps().get(0);
        assertThat(step.jacobian().apply(new double[] {1})[0]).isCloseTo(-4.4, within(1e-14));
        assertThatThrownBy(() -> new ResidualStack("none", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Lorenz at the origin: the Jacobian has eigenvalues -8/3 and (-11 ± sqrt(1201))/2. */
    @Test
    void aFlowGivesItsJacobianAlongAnOrbit() {
        FlowSystem lorenz = (FlowSystem) SystemSource.of("lorenz");
        ResidualStack stack = ResidualStack.of(lorenz, new double[3], 0.01, 3);
        assertThat(stack.steps()).hasSize(3);
        LayerStability layer = StepSurvey.withDefaults().of(stack.steps().get(2));
        assertThat(layer.spectrum().abscissa()).isCloseTo((-11 + Math.sqrt(1201)) / 2, within(1e-12));
        assertThat(layer.verdict()).isEqualTo(Verdict.NO_STABLE_STEP);
    }
}

package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.ReferenceFlow;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class OrderStudyTest {
    private static List<ResidualStep> stack(Layer activation, int n, int depth, double h) {
        List<ResidualStep> steps = new ArrayList<>();
        double[] x = RandomStream.of(1, "start").gaussians(n);
        for (int l = 0; l < depth; l++) {
            DenseMatrix w = LogarithmicNormsTest.gaussian(n, 100 + l);
            VectorField field = VectorField.of(Layers.sequential(Layers.dense(w), activation), n);
            steps.add(ResidualStep.of("layer", "branch", field, h, x));
        }
        return steps;
    }

    private static void assertOrders(OrderStudy.Result result) {
        assertThat(result.curves()).hasSize(3);
        for (OrderCurve curve : result.curves()) {
            assertThat(curve.fit().reason()).as(curve.scheme().title()).isEmpty();
            assertThat(curve.fit().order().orElseThrow())
                    .as(curve.scheme().title())
                    .isCloseTo(curve.scheme().order(), within(0.1));
            assertThat(curve.fit().standardError().orElseThrow()).isLessThan(0.06);
            assertThat(curve.fit().last() - curve.fit().first()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aSmoothStackHasTheOrdersOfTheMethods() {
        assertOrders(OrderStudy.withDefaults().of(stack(Layers.tanh(), 6, 4, 0.25), done -> {}));
    }

    @Test
    void soHasARotation() {
        VectorField turn = VectorField.linear(DenseMatrix.of(2, 2, 0, -1, 1, 0));
        List<ResidualStep> steps = List.of(ResidualStep.of("A", "A", turn, 1, new double[] {1, 0}));
        OrderStudy.Result result = OrderStudy.withDefaults().of(steps, done -> {});
        assertOrders(result);
        // |1 + i/N|^N = e^(1/(2N)) to first order, so the error of N steps is about 1/(2N).
        OrderCurve euler = result.curves().get(0);
        assertThat(euler.errors().get(euler.errors().size() - 1)).isCloseTo(0.5 / 128, within(1e-4));
    }

    @Test
    void aLongerTimeNeedsMoreSteps() {
        List<ResidualStep> steps = stack(Layers.tanh(), 6, 4, 0.25);
        OrderStudy.Result result =
                OrderStudy.withDefaults().withTime(3).withFinest(1024).of(steps, done -> {});
        assertThat(result.time()).isEqualTo(3);
        assertThat(result.curves().get(0).fit().order().orElseThrow()).isCloseTo(1, within(0.1));
    }

    /** Where the branch has kinks the order of RK4 is lost, and the fit must not claim it. */
    @Test
    void aKinkTakesTheOrder() {
        OrderCurve curve = OrderStudy.withDefaults()
                .of(stack(Layers.relu(), 6, 4, 0.5), done -> {})
                .curves()
                .get(2);
        if (curve.fit().order().isPresent()) {
            assertThat(curve.fit().order().getAsDouble()).isLessThan(3);
        } else {
            assertThat(curve.fit().reason()).isNotEmpty();
        }
    }

    @Test
    void aStepTooLargeHasNoOrder() {
        VectorField stiff = VectorField.linear(DenseMatrix.of(1, 1, -1e4));
        List<ResidualStep> steps = List.of(ResidualStep.of("A", "A", stiff, 1, new double[] {1}));
        OrderFit fit =
                OrderStudy.withDefaults().of(steps, done -> {}).curves().get(0).fit();
        assertThat(fit.order()).isEmpty();
        assertThat(fit.reason()).isNotEmpty();
    }

    @Test
    void aConstantFieldIsExact() {
        VectorField constant = new VectorField(1, x -> new double[] {2}, x -> DenseMatrix.of(1, 1, 0));
        List<ResidualStep> steps = List.of(ResidualStep.of("A", "A", constant, 1, new double[] {1}));
        assertThat(OrderStudy.withDefaults()
                        .of(steps, done -> {})
                        .curves()
                        .get(0)
                        .fit()
                        .reason())
                .contains("exact");
    }

    @Test
    void aFlowThatBlowsUpHasNoReference() {
        VectorField square = new VectorField(1, x -> new double[] {x[0] * x[0]}, x -> DenseMatrix.of(1, 1, 2 * x[0]));
        List<ResidualStep> steps = List.of(ResidualStep.of("A", "A", square, 2, new double[] {1}));
        OrderStudy.Result result = OrderStudy.withDefaults().of(steps, done -> {});
        assertThat(result.curves()).isEmpty();
        assertThat(result.reason()).contains("time");
    }

    @Test
    void theReferenceFollowsTheFlow() {
        double[] end = ReferenceFlow.withDefaults().of(x -> new double[] {-x[1], x[0]}, new double[] {1, 0}, 20);
        assertThat(end[0]).isCloseTo(StrictMath.cos(20), within(1e-11));
        assertThat(end[1]).isCloseTo(StrictMath.sin(20), within(1e-11));
        Assertions.assertThatThrownBy(() -> ReferenceFlow.withDefaults()
                        .withMaxEvaluations(50)
                        .of(x -> new double[] {-x[0]}, new double[] {1}, 1e6))
                .isInstanceOf(OrbitException.class);
    }

    @Test
    void fittingByHand() {
        List<Double> steps = List.of(1.0, 0.5, 0.25, 0.125);
        OrderFit exact = OrderFit.of(steps, List.of(8.0, 1.0, 0.125, 0.015625), 0);
        assertThat(exact.order().orElseThrow()).isCloseTo(3, within(1e-14));
        assertThat(exact.standardError().orElseThrow()).isLessThan(1e-14);
        OrderFit tail = OrderFit.of(steps, List.of(100.0, 4.0, 2.0, 1.0), 0);
        assertThat(tail.first()).isEqualTo(1);
        assertThat(tail.order().orElseThrow()).isCloseTo(1, within(1e-14));
        assertThat(OrderFit.of(steps, List.of(8.0, 1.0, 1e-20, 1e-20), 1e-15).order())
                .isEmpty();
        assertThat(OrderFit.of(steps, List.of(8.0, 5.0, 1.0, 0.9), 0).reason()).contains("no line");
    }
}

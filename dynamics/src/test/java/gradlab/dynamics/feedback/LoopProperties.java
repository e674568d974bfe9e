package gradlab.dynamics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.KreissConstant;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.dynamics.system.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of loops, on Gaussian matrices scaled to a spectral radius or a largest real part. */
class LoopProperties {
    private static final DenseBackend JAVA = DenseBackend.fixedOrder();

    private static DenseMatrix ofRadius(int n, long seed, double radius) {
        DenseMatrix matrix = DenseMatrix.of(n, n, RandomStream.of(seed, "law").gaussians(n * n));
        double found = JAVA.eigenvalues(matrix.toArray(), n).modulus(0);
        return Matrices.scaled(radius / found, matrix);
    }

    private static DenseMatrix ofAbscissa(int n, long seed, double abscissa) {
        DenseMatrix matrix = DenseMatrix.of(n, n, RandomStream.of(seed, "law").gaussians(n * n));
        double found = LoopStability.of(LinearLoop.of(matrix, Clock.TIME), JAVA).rate();
        return Matrices.shifted(matrix, abscissa - found);
    }

    private static LinearLoop stable(int n, long seed, double distance, boolean inSteps) {
        return inSteps
                ? LinearLoop.of(ofRadius(n, seed, 1 - distance), Clock.STEP)
                : LinearLoop.of(ofAbscissa(n, seed, -distance), Clock.TIME);
    }

    @Property(tries = 60)
    void noSampledGainIsAboveTheUpperBound(
            @ForAll @IntRange(min = 1, max = 10) int n,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double distance,
            @ForAll boolean inSteps,
            @ForAll @DoubleRange(min = 0, max = 0.99) double place) {
        LinearLoop loop = stable(n, seed, distance, inSteps);
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(loop);
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        FrequencyResponse response = FrequencyResponse.of(loop);
        for (int k = 0; k < 100; k++) {
            double share = (k + place) / 100;
            double frequency = inSteps ? Math.PI * share : share / (1 - share);
            assertThat(response.largest(frequency)).isLessThanOrEqualTo(result.upper());
            assertThat(response.smallest(frequency)).isLessThanOrEqualTo(response.largest(frequency) * (1 + 1e-7));
        }
        assertThat(response.largest(result.frequency())).isCloseTo(result.lower(), within(1e-9 * result.lower()));
    }

    @Property(tries = 40)
    void theGainIsAtLeastTheDistanceOfTheEigenvaluesAndAtMostTheSmallGainBound(
            @ForAll @IntRange(min = 1, max = 10) int n,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double distance) {
        LinearLoop loop = stable(n, seed, distance, true);
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(loop);
        assertThat(result.upper()).isGreaterThanOrEqualTo(1 / distance * (1 - 1e-6));
        SmallGain test = SmallGain.of(loop);
        if (test.isSufficient()) {
            assertThat(result.lower()).isLessThanOrEqualTo(1 / (1 - test.loopGain()) * (1 + 1e-9));
        }
        assertThat(test.loopGain()).isGreaterThanOrEqualTo((1 - distance) * (1 - 1e-9));
    }

    @Property(tries = 30)
    void inputAndOutputScaleTheGainAndRotationsDoNot(
            @ForAll @IntRange(min = 2, max = 8) int n,
            @ForAll long seed,
            @ForAll boolean inSteps,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        LinearLoop loop = stable(n, seed, 0.1, inSteps);
        HInfinityNorm.Result plain = HInfinityNorm.withDefaults().of(loop);
        DenseMatrix q =
                JAVA.qr(RandomStream.of(seed, "turn").gaussians(n * n), n, n).q();
        DenseMatrix turned =
                DenseMatrix.of(Operators.product(Operators.product(q, loop.state()), Operators.transpose(q)));
        HInfinityNorm.Result rotated = HInfinityNorm.withDefaults().of(LinearLoop.of(turned, loop.clock()));
        assertThat(rotated.lower()).isCloseTo(plain.lower(), within(3e-8 * plain.lower()));
        LinearLoop louder =
                new LinearLoop(loop.state(), Matrices.scaled(factor, loop.input()), loop.output(), loop.clock());
        HInfinityNorm.Result scaled = HInfinityNorm.withDefaults().of(louder);
        assertThat(scaled.lower()).isCloseTo(factor * plain.lower(), within(3e-8 * factor * plain.lower()));
    }

    @Property(tries = 20)
    void timeInOtherUnitsScalesAFlow(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll long seed,
            @ForAll @IntRange(min = -200, max = 200) int exponent) {
        LinearLoop loop = stable(n, seed, 0.2, false);
        HInfinityNorm.Result one = HInfinityNorm.withDefaults().of(loop);
        LinearLoop faster = LinearLoop.of(Matrices.scaled(Math.scalb(1.0, exponent), loop.state()), Clock.TIME);
        HInfinityNorm.Result other = HInfinityNorm.withDefaults().of(faster);
        double expected = Math.scalb(one.lower(), -exponent);
        assertThat(other.lower()).isCloseTo(expected, within(3e-8 * expected));
    }

    @Property(tries = 30)
    void powersObeyTheKreissMatrixTheorem(
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.02, max = 0.8) double distance) {
        LinearLoop loop = stable(n, seed, distance, true);
        LoopStability stability = LoopStability.of(loop, JAVA);
        Transients transients = Transients.of(loop, stability, 50, JAVA);
        KreissConstant.Result kreiss = transients.kreiss().orElseThrow();
        double largest = StrictMath.exp(transients.logLargest());
        assertThat(transients.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(largest).isGreaterThanOrEqualTo(kreiss.lower() * (1 - 1e-9));
        assertThat(largest).isLessThanOrEqualTo(Math.E * n * kreiss.upper());
        assertThat(Arrays.stream(transients.logNorms().toArray()).max().orElseThrow())
                .isLessThanOrEqualTo(transients.logLargest() + 1e-9);
        // Each power is a mean of G over the circle.
        assertThat(largest)
                .isLessThanOrEqualTo(
                        HInfinityNorm.withDefaults().of(loop, stability).upper() * (1 + 1e-9));
    }

    @Property(tries = 25)
    void theWorstStartAttainsTheLargestNormAndSettlingIsTheLastTimeAboveTwoPerCent(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        LinearLoop loop = stable(n, seed, 0.15, true);
        Transients transients = Transients.of(loop, LoopStability.of(loop, JAVA), 50, JAVA);
        double[] h = transients.worstStart().toArray();
        for (int k = 0; k < transients.at(); k++) {
            h = loop.state().apply(h);
        }
        assertThat(StrictMath.sqrt(Arrays.stream(h).map(x -> x * x).sum()))
                .isCloseTo(StrictMath.exp(transients.logLargest()), within(1e-8 * (1 + h.length)));
        Transients.Settled settled = transients.settled().orElseThrow();
        assertThat(settled.lower()).isEqualTo(settled.upper());
        DenseMatrix power = DenseMatrix.identity(n);
        int last = 0;
        for (int k = 1; k < 600; k++) {
            power = DenseMatrix.of(Operators.product(power, loop.state()));
            last = SpectralNorm.withDefaults().of(power).value() > 0.02 ? k : last;
        }
        assertThat(settled.upper()).isEqualTo(last + 1.0);
    }

    @Property(tries = 25)
    void theGainOverAHorizonGrowsTowardsTheHInfinityNorm(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        LinearLoop loop = stable(n, seed, 0.2, true);
        double limit = HInfinityNorm.withDefaults().of(loop).upper();
        double before = 0;
        for (int steps : new int[] {1, 2, 5, 20, 80}) {
            HorizonGain gain =
                    HorizonGain.of(Collections.nCopies(steps, loop.state())).orElseThrow();
            assertThat(gain.value()).isBetween(before * (1 - 1e-7), limit * (1 + 1e-7));
            before = gain.value();
        }
        assertThat(before).isGreaterThan(0.9 * limit);
    }

    @Property(tries = 20)
    void theHorizonOperatorIsTheBlockTriangularMatrix(
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 5) int steps,
            @ForAll long seed) {
        List<DenseMatrix> jacobians = IntStream.range(0, steps)
                .mapToObj(t ->
                        DenseMatrix.of(n, n, RandomStream.of(seed, "step " + t).gaussians(n * n)))
                .toList();
        HorizonOperator operator = new HorizonOperator(jacobians);
        DenseMatrix dense = DenseMatrix.of(operator);
        for (int t = 0; t < steps; t++) {
            DenseMatrix block = DenseMatrix.identity(n);
            for (int s = t; s < steps; s++) {
                block = s == t ? block : DenseMatrix.of(Operators.product(jacobians.get(s), block));
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        assertThat(dense.get(s * n + i, t * n + j)).isCloseTo(block.get(i, j), within(1e-9));
                        assertThat(t == s || dense.get(t * n + i, s * n + j) == 0)
                                .isTrue();
                    }
                }
            }
        }
        double[] y = RandomStream.of(seed, "y").gaussians(n * steps);
        double[] back = operator.applyTranspose(y);
        double[] expected = dense.applyTranspose(y);
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isCloseTo(expected[i], within(1e-9 * (1 + Math.abs(expected[i]))));
        }
    }

    @Property(tries = 30)
    void scalingByTheGainMarginReachesTheBoundary(
            @ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed, @ForAll boolean inSteps) {
        LinearLoop loop = stable(n, seed, 0.3, inSteps);
        double margin = Eigenloci.of(loop, LoopStability.of(loop, JAVA)).gainMargin();
        if (margin < 1e6) {
            DenseMatrix part = inSteps ? loop.state() : Matrices.shifted(loop.state(), 1);
            for (double factor : new double[] {margin * (1 - 1e-4), margin * (1 + 1e-4)}) {
                DenseMatrix scaled = Matrices.scaled(factor, part);
                LinearLoop other = LinearLoop.of(inSteps ? scaled : Matrices.shifted(scaled, -1), loop.clock());
                assertThat(LoopStability.of(other, JAVA).verdict())
                        .isEqualTo(factor < margin ? LoopStability.Verdict.STABLE : LoopStability.Verdict.UNSTABLE);
            }
        }
    }
}

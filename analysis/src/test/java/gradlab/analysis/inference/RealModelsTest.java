package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Trained models give what onnxruntime 1.29.0 gives, to 1e-5 of the largest output: it computes in binary32, this in
 * binary64.
 */
class RealModelsTest {

    private static final double TOLERANCE = 1e-5;

    private final Tape tape = new Tape();
    private final Map<String, Value<Tape.Variable>> ours = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> theirs = new LinkedHashMap<>();

    private void real(String name, Shape shape, double scale) throws OrtException {
        RandomStream random = RandomStream.of(7, name);
        float[] numbers = new float[shape.size()];
        double[] same = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (scale * random.nextGaussian());
            same[i] = numbers[i];
        }
        ours.put(name, new Value.Real<>(tape.constant(shape, same)));
        theirs.put(
                name,
                OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(numbers), longs(shape)));
    }

    private void whole(String name, Shape shape, long... numbers) throws OrtException {
        ours.put(name, new Value.Whole<>(IntegerTensor.of(ElementType.I64, shape, numbers)));
        theirs.put(
                name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(numbers), longs(shape)));
    }

    private static long[] longs(Shape shape) {
        return shape.lengths().stream().mapToLong(Integer::longValue).toArray();
    }

    private void agree(Path file) throws OrtException {
        agree(file, v -> v);
    }

    private void agree(Path file, DoubleUnaryOperator scale) throws OrtException {
        OnnxModel model = OnnxModel.read(file);
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, ours);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString());
                OrtSession.Result result = session.run(theirs)) {
            for (var output : result) {
                FloatBuffer expected = ((OnnxTensor) output.getValue()).getFloatBuffer();
                double[] found = tape.approximate(
                        run.value(output.getKey()).orElseThrow().real(tape));
                assertThat(found).hasSize(expected.remaining());
                double largest = 0;
                double difference = 0;
                for (int i = 0; i < found.length; i++) {
                    double right = scale.applyAsDouble(expected.get(i));
                    largest = Math.max(largest, Math.abs(right));
                    difference = Math.max(difference, Math.abs(scale.applyAsDouble(found[i]) - right));
                }
                assertThat(largest).isPositive();
                assertThat(difference / largest).as(output.getKey()).isLessThan(TOLERANCE);
            }
        }
    }

    @Test
    void theVoiceDetectorWithItsLstm() throws OrtException {
        Path file = RealModels.file("silero-v5.onnx");
        real("input", Shape.of(1, 576), 0.1);
        real("state", Shape.of(2, 1, 128), 0.5);
        whole("sr", Shape.of(), 16_000);
        agree(file);
    }

    @Test
    void theOlderVoiceDetector() throws OrtException {
        Path file = RealModels.file("silero-legacy.onnx");
        real("input", Shape.of(1, 1_536), 0.1);
        whole("sr", Shape.of(), 16_000);
        real("h", Shape.of(2, 1, 64), 0.5);
        real("c", Shape.of(2, 1, 64), 0.5);
        agree(file);
    }

    /**
     * Compared before the sigmoid at their end: the relative error of a small probability is the absolute one of the
     * number under the sigmoid, which is far from 0, and binary32 alone makes that larger than the tolerance.
     */
    @Test
    void smallClassifiers() throws OrtException {
        for (String name : new String[] {"hello-deepa.onnx", "namaste-deepa.onnx"}) {
            Path file = RealModels.file(name);
            var input = OnnxModel.read(file).graph().inputs().get(0);
            ours.clear();
            theirs.clear();
            real(input.name(), new Shape(input.shape(1).orElseThrow()), 1);
            agree(file, p -> Math.log(p / (1 - p)));
        }
    }

    @Test
    void theSentenceEncoder() throws OrtException {
        Path file = RealModels.file("minilm-l6.onnx");
        Shape shape = Shape.of(1, 16);
        whole("input_ids", shape, 101, 7592, 2088, 2003, 1037, 3231, 1997, 17212, 102, 0, 0, 0, 0, 0, 0, 0);
        whole("attention_mask", shape, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
        whole("token_type_ids", shape, new long[16]);
        agree(file);
    }
}

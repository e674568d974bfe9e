package gradlab.dynamics.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataSourcesTest {
    @TempDir
    private Path folder;

    private DataSource read(String text) {
        SourceText source = new SourceText(folder.resolve("run.yaml").toString(), text);
        return new DataReader(source, new Scalars(source)).of(YamlReader.read(source));
    }

    @ParameterizedTest
    @EnumSource(SequenceTask.Kind.class)
    void tasksAreDeterminedByTheSeedAndTrainAndTestDiffer(SequenceTask.Kind kind) {
        SequenceTask task = new SequenceTask(kind, 12, 30, 20);
        DataSet.Split split = task.split(4);
        assertThat(split.train().size()).isEqualTo(30);
        assertThat(split.test().size()).isEqualTo(20);
        assertThat(split.train().shape()).isEqualTo(task.shape());
        assertThat(split.train().answers()).isEqualTo(task.answers());
        assertThat(task.split(4).train().inputs()).isEqualTo(split.train().inputs());
        assertThat(task.split(5).train().inputs()).isNotEqualTo(split.train().inputs());
        assertThat(split.train().first(20).inputs()).isNotEqualTo(split.test().inputs());
    }

    @Test
    void theSumOfTheMarkedNumbersIsTheAnswer() {
        DataSet data =
                new SequenceTask(SequenceTask.Kind.ADDING, 9, 50, 5).split(1).train();
        for (int i = 0; i < data.size(); i++) {
            double[] x = data.select(i).inputs();
            double sum = 0;
            int inFirstHalf = 0;
            int inSecondHalf = 0;
            for (int t = 0; t < 9; t++) {
                sum += x[2 * t] * x[2 * t + 1];
                inFirstHalf += t < 4 ? (int) x[2 * t + 1] : 0;
                inSecondHalf += t < 4 ? 0 : (int) x[2 * t + 1];
            }
            assertThat(data.select(i).targets()[0]).isCloseTo(sum, within(1e-15));
            assertThat(new int[] {inFirstHalf, inSecondHalf}).containsExactly(1, 1);
        }
    }

    @Test
    void whatIsToBeCopiedComesAtTheEnd() {
        DataSet tokens = new SequenceTask(SequenceTask.Kind.COPYING_TOKENS, 5, 10, 5)
                .split(1)
                .train();
        DataSet oneHot =
                new SequenceTask(SequenceTask.Kind.COPYING, 5, 10, 5).split(1).train();
        assertThat(tokens.shape()).isEqualTo(Shape.of(25, 1));
        assertThat(oneHot.shape()).isEqualTo(Shape.of(25, 10));
        for (int i = 0; i < 10; i++) {
            double[] x = tokens.select(i).inputs();
            int[] y = tokens.select(i).labels();
            for (int t = 0; t < 10; t++) {
                assertThat(x[t]).isBetween(1.0, 8.0).isEqualTo(y[15 + t]);
                assertThat(x[15 + t]).isZero();
            }
            assertThat(x[14]).isEqualTo(9);
            assertThat(Arrays.stream(y).limit(15)).containsOnly(0);
            assertThat(Arrays.stream(oneHot.select(i).inputs()).sum()).isEqualTo(25);
        }
    }

    @Test
    void parityCountsOnes() {
        DataSet data = new SequenceTask(SequenceTask.Kind.RUNNING_PARITY, 7, 20, 5)
                .split(1)
                .train();
        for (int i = 0; i < 20; i++) {
            double[] x = data.select(i).inputs();
            int odd = 0;
            for (int t = 0; t < 7; t++) {
                odd = (odd + (int) x[t]) % 2;
                assertThat(data.select(i).labels()[t]).isEqualTo(odd);
            }
        }
    }

    @Test
    void windowsOfAnOrbitAreFollowedByTheirContinuation() {
        for (Forecast.Kind kind : Forecast.Kind.values()) {
            Forecast last = new Forecast(kind, 5, kind == Forecast.Kind.LORENZ ? 0.05 : 1, false, 40, 10);
            Forecast all = new Forecast(kind, 5, last.every(), true, 40, 10);
            DataSet one = last.split(2).train();
            DataSet every = all.split(2).train();
            int seen = one.answers();
            assertThat(every.inputs()).isEqualTo(one.inputs());
            for (int i = 0; i + 1 < one.size(); i++) {
                double[] next = one.select(i + 1).inputs();
                assertThat(one.select(i).targets())
                        .isEqualTo(Arrays.copyOfRange(next, next.length - seen, next.length));
                assertThat(every.select(i).targets()).isEqualTo(next);
            }
            double[] x = new Forecast(kind, 5, last.every(), false, 2000, 10)
                    .split(2)
                    .train()
                    .inputs();
            assertThat(Arrays.stream(x).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(0.05));
        }
    }

    /** A quarter turn of the step must leave the orbit where it was, to the integrator's tolerance and the growth of its error. */
    @Test
    void theOrbitIsThatOfTheSystemWhateverTheStep() {
        double[] coarse = new Forecast(Forecast.Kind.LORENZ, 1, 0.1, false, 20, 1)
                .split(3)
                .train()
                .inputs();
        double[] fine = new Forecast(Forecast.Kind.LORENZ, 1, 0.05, false, 40, 1)
                .split(3)
                .train()
                .inputs();
        // Scaled over different parts: compare the correlation of the first coordinate, which scaling leaves.
        double[] a = new double[20];
        double[] b = new double[20];
        for (int i = 0; i < 20; i++) {
            a[i] = coarse[3 * i];
            b[i] = fine[6 * i];
        }
        assertThat(correlation(a, b)).isGreaterThan(1 - 1e-6);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void aTableIsReadByTheNamesOfItsColumns() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,label,b\n1,0,2\n3,1,4\n5.5e0,2,-6\n");
        DataSource data = read("{set: table, file: t.csv, target: label, task: classes, train: 2}");
        assertThat(data.classes()).isEqualTo(3);
        assertThat(data.shape()).isEqualTo(Shape.of(2));
        assertThat(data.test()).isEqualTo(1);
        DataSource numbers = read("{set: table, file: t.csv, target: b, task: numbers, train: 2}");
        assertThat(numbers.classes()).isZero();
        DataSet.Split split = numbers.split(1);
        assertThat(split.train().targets()[0]
                        + split.train().targets()[1]
                        + split.test().targets()[0])
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,label;1,x;2,1|t.csv:2:1: found 'x' in field 2, expected a finite number",
                "a,label;1,0;2|t.csv:3:1: found 1 fields, expected 2 fields",
                "a,label;1,0.5;2,1|found the label 0.5 as answer number 1, expected whole numbers from 0",
                "a,b;1,0;2,1|t.csv:1:1: found columns 'a, b', expected a line of names with 'label' once beside others",
                "label,label;1,0;2,1|found columns 'label, label', expected a line of names with 'label' once",
                "label;1;2|found columns 'label', expected",
                "a,label;1e999,0;2,1|found '1e999' in field 1, expected a finite number",
                "a,label|found no rows of numbers, expected a line of names",
                "a,label;1,0|found 1 points in the file, expected at least 2 points"
            })
    void aBrokenTableIsToldInOneLine(String rows, String message) throws IOException {
        Files.writeString(folder.resolve("t.csv"), rows.replace(';', '\n') + "\n");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read("{set: table, file: t.csv, target: label, task: classes, train: 1}"))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private static byte[] npy(String type, String shape, double... values) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer buffer = ByteBuffer.allocate(128 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
        buffer.put(padded.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (type.equals("<i8")) {
                buffer.putLong((long) value);
            } else {
                buffer.putDouble(value);
            }
        }
        return buffer.array();
    }

    private void npz(String name, byte[] x, byte[] y) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (byte[] array : new byte[][] {x, y}) {
                ZipEntry entry = new ZipEntry(array == x ? "x.npy" : "y.npy");
                CRC32 sum = new CRC32();
                sum.update(array);
                entry.setSize(array.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(array);
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void arraysAreReadWithTheirShape() throws IOException {
        npz("d.npz", npy("<f8", "(3, 2, 2)", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), npy("<i8", "(3,)", 0, 1, 1));
        DataSource data = read("{set: arrays, file: d.npz, inputs: x, targets: y, task: classes, train: 2}");
        assertThat(data.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(data.classes()).isEqualTo(2);
        assertThat(read("{set: arrays, file: d.npz, inputs: x, targets: x, task: numbers, train: 2}")
                        .answers())
                .isEqualTo(4);
        npz("bad.npz", npy("<f8", "(3, 1)", 1, 2, Double.NaN), npy("<i8", "(2,)", 0, 1));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read("{set: arrays, file: bad.npz, inputs: x, targets: y, task: classes, train: 2}"))
                .withMessageContaining("answers of shape 2, expected 3 of them");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> read("{set: arrays, file: bad.npz, inputs: x, targets: x, task: numbers, train: 2}"))
                .withMessageContaining("found NaN as entry 2 of x");
    }
}

package gradlab.dynamics.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void theFileHoldsTheDigits() {
        DataSet digits = Digits.load();
        assertThat(digits.size()).isEqualTo(1797);
        assertThat(digits.width()).isEqualTo(64);
        double[] inputs = digits.inputs();
        assertThat(Arrays.stream(inputs).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(inputs).max().orElseThrow()).isEqualTo(16);
        // Sums by zcat and awk over the compressed file.
        assertThat(Arrays.stream(inputs).sum()).isEqualTo(INPUT_SUM);
        assertThat(Arrays.stream(digits.labels()).sum()).isEqualTo(LABEL_SUM);
        assertThat(Arrays.stream(digits.labels()).distinct().count()).isEqualTo(10);
    }

    @Test
    void damagedFilesAreLocated() {
        String row = "0,".repeat(64) + "9\n";
        fails(row, "digits: found 1 rows, expected 1797 rows");
        fails(row + "1,2\n", "digits:2:1: found 2 fields, expected 65 fields");
        fails("17," + row.substring(2), "digits:1:1: found '17' in field 1, expected a whole number from 0 to 16");
        fails(row.replace("9", "10"), "digits:1:1: found '10' in field 65, expected a whole number from 0 to 9");
        fails(row.replace("9", "NaN"), "digits:1:1: found 'NaN' in field 65, expected a whole number from 0 to 9");
        fails(row.repeat(1798), "digits: found more than 1797 rows, expected 1797 rows");
    }

    private static void fails(String text, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Digits.read("digits", compressed(text)))
                .withMessage(message);
    }

    private static InputStream compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void aSplitHoldsEachPointOnceAndFollowsItsSeed() {
        DataSet digits = Digits.load();
        DataSet.Split split = digits.split(1500, RandomStream.of(1, "split"));
        assertThat(split.train().size()).isEqualTo(1500);
        assertThat(split.test().size()).isEqualTo(297);
        double sum = Arrays.stream(split.train().inputs()).sum()
                + Arrays.stream(split.test().inputs()).sum();
        assertThat(sum).isEqualTo(INPUT_SUM);
        assertThat(digits.split(1500, RandomStream.of(1, "split")).test().labels())
                .isEqualTo(split.test().labels());
        assertThat(digits.split(1500, RandomStream.of(2, "split")).test().labels())
                .isNotEqualTo(split.test().labels());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> digits.split(1797, RandomStream.of(1, "split")))
                .withMessage("train must be in [1, 1797), was 1797");
    }

    @Test
    void scalingsTakeTheirNumbersFromTheTrainingPart() {
        DataSet.Split split = Digits.load().split(1000, RandomStream.of(1, "split"));
        assertThat(Arrays.stream(Scaling.UNIT.apply(split).train().inputs()).max())
                .hasValue(1);
        DataSet train = Scaling.STANDARD.apply(split).train();
        double[] inputs = train.inputs();
        for (int j = 0; j < 64; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < train.size(); i++) {
                sum += inputs[i * 64 + j];
                squares += inputs[i * 64 + j] * inputs[i * 64 + j];
            }
            assertThat(sum / train.size()).isCloseTo(0, within(1e-12));
            assertThat(squares / train.size())
                    .satisfiesAnyOf(
                            v -> assertThat(v).isZero(), v -> assertThat(v).isCloseTo(1, within(1e-12)));
        }
        assertThat(Scaling.NONE.apply(split).test().inputs())
                .isEqualTo(split.test().inputs());
    }

    private static final double INPUT_SUM = 561_718;
    private static final int LABEL_SUM = 8070;
}

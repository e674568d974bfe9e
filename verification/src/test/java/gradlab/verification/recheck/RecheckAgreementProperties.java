package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.interval.Elementary;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.SingularValueEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Two implementations without a line in common: what one bounds, the other must find within the bounds. */
class RecheckAgreementProperties {
    private static final int MATRICES = 40;

    @Test
    void singularValuesAgree() {
        SplittableRandom random = new SplittableRandom(71);
        for (int k = 0; k < MATRICES; k++) {
            int rows = random.nextInt(1, 7);
            int columns = random.nextInt(1, 7);
            double[] entries = new double[rows * columns];
            StringBuilder text = new StringBuilder("(let A (matrix " + rows + " " + columns);
            for (int i = 0; i < entries.length; i++) {
                entries[i] = k % 2 == 0 ? random.nextDouble(-1, 1) : random.nextInt(-3, 4);
                text.append(' ').append(hex(entries[i]));
            }
            text.append("))");
            IntervalMatrix a = IntervalMatrix.of(rows, columns, entries);
            assertWithin(text.toString(), "(norm A)", SpectralNormEnclosure.of(a));
            List<Interval> values = SingularValueEnclosure.of(a);
            for (int i = 0; i < values.size(); i++) {
                assertWithin(text.toString(), "(sigma A " + (i + 1) + ")", values.get(i));
            }
        }
    }

    @Test
    void functionsAgreeOnBoxes() {
        SplittableRandom random = new SplittableRandom(72);
        List<UnaryOperator<Interval>> functions = List.of(
                Elementary::exp, Elementary::log, Elementary::sin, Elementary::cos, Elementary::tanh, Elementary::erf);
        List<String> names = List.of("exp", "log", "sin", "cos", "tanh", "erf");
        for (int k = 0; k < 300; k++) {
            int f = random.nextInt(names.size());
            double low = random.nextDouble(f == 1 ? 0.01 : -6, 6);
            double high = low + random.nextDouble() * 3;
            Interval image = functions.get(f).apply(Interval.of(low, high));
            // Each end of the image is nearly reached in the box, so nothing much narrower may be found to hold.
            String box = "(var x (box " + hex(low) + " " + hex(high) + "))";
            String value = "(" + names.get(f) + " x)";
            assertWithin(box, value, Interval.of(image.lower() - 1e-12, image.upper() + 1e-12));
            if (image.width() > 1e-6) {
                assertAnswer(box + "(claim (<= " + hex(image.lower() + 1e-9) + " " + value + "))", Answer.UNDECIDED);
                assertAnswer(box + "(claim (<= " + value + " " + hex(image.upper() - 1e-9) + "))", Answer.UNDECIDED);
            }
        }
    }

    private static void assertWithin(String definitions, String value, Interval bounds) {
        assertAnswer(
                definitions + "(claim (and (<= " + hex(bounds.lower()) + " " + value + ") (<= " + value + " "
                        + hex(bounds.upper()) + ")))",
                Answer.HOLDS);
    }

    private static void assertAnswer(String text, Answer expected) {
        assertThat(CaseChecker.check(text).claim()).as(text).isEqualTo(expected);
    }

    private static String hex(double value) {
        return Double.toHexString(value);
    }
}

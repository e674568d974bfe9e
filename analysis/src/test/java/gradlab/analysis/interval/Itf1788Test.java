package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The bare cases of ITF1788 for + - x / and the root: each result is the tightest enclosure, to the bit. */
class Itf1788Test {
    @Test
    void everyResultIsTheTightestOne() throws IOException {
        List<String> cases = cases();
        assertThat(cases).hasSize(532);
        for (String line : cases) {
            String[] fields = line.split(",", -1);
            Interval x = interval(fields[1]);
            Interval result = switch (fields[0]) {
                case "add" -> x.add(interval(fields[2]));
                case "sub" -> x.subtract(interval(fields[2]));
                case "mul" -> x.multiply(interval(fields[2]));
                case "div" -> x.divide(interval(fields[2]));
                case "sqrt" -> x.sqrt();
                default -> throw new IllegalArgumentException(line);
            };
            assertThat(result).as(line).isEqualTo(interval(fields[3]));
        }
    }

    private static List<String> cases() throws IOException {
        try (InputStream in = Itf1788Test.class.getResourceAsStream("itf1788.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Interval interval(String text) {
        if (text.equals("empty")) {
            return Interval.EMPTY;
        }
        String[] ends = text.split(" ", -1);
        return new Interval(number(ends[0]), number(ends[1]));
    }

    private static double number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith("inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(lower.contains("0x") && !lower.contains("p") ? lower + "p0" : lower);
    }
}

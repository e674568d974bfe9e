package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a+b             | (a) + ((b))",
                "0.50            | 5e-1",
                "100             | 1e2",
                "A'              | transpose(A)",
                "a - b - c       | (a - b) - c",
                "2^3^2           | 2^(3^2)",
                "not a and b     | (not a) and b",
                "[1,2]           | [ 1.0 , 2 ]",
                "f(x)[0]         | (f(x))[0]",
            })
    void theSameThingWrittenTwiceHasOneForm(String one, String other) {
        assertThat(Texts.form(one)).isEqualTo(Texts.form(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a + b           | b + a",
                "a - (b - c)     | a - b - c",
                "(2^3)^2         | 2^3^2",
                "0.5             | 0.50000000000000000001",
                "x[0, 1]         | x[0][1]",
                "a < b           | a <= b",
                "sum(i, 0, 2, i) | sum(j, 0, 2, j)",
                "[1, 2, 3, 4]    | [[1, 2], [3, 4]]",
                "[[1, 2, 3, 4]]  | [[1, 2], [3, 4]]",
                "[[1], [2]]      | [[1, 2]]",
                "f(g)            | g(f)",
                "run(\"a\", 1) | run(a, 1)",
                "-2^2            | (-2)^2",
                "a implies b     | b implies a",
            })
    void differentThingsHaveDifferentForms(String one, String other) {
        assertThat(Texts.form(one)).isNotEqualTo(Texts.form(other));
    }

    @Test
    void numbersAreReducedFractions() {
        assertThat(CanonicalForm.number(new BigFraction(-6, 4))).isEqualTo("-3/2");
        assertThat(CanonicalForm.number(new BigFraction(8, 4))).isEqualTo("2");
        assertThat(CanonicalForm.number(BigFraction.ZERO)).isEqualTo("0");
    }

    @Test
    void mentionsFindsWholeNamesOnly() {
        Expression expression = Texts.parse("xs[0] + f(y1) + sum(k, 0, n - 1, x[k])");
        assertThat(CanonicalForm.mentions(expression, "x")).isTrue();
        assertThat(CanonicalForm.mentions(expression, "n")).isTrue();
        assertThat(CanonicalForm.mentions(expression, "f")).isTrue();
        assertThat(CanonicalForm.mentions(expression, "y")).isFalse();
        assertThat(CanonicalForm.mentions(expression, "s")).isFalse();
        assertThat(CanonicalForm.mentions(expression, "su")).isFalse();
    }
}

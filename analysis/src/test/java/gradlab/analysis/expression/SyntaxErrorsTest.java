package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 < 2 < 3       | f.yaml:1:7: found '<', expected no second comparison: write a < b and b < c",
                "a == b != c     | f.yaml:1:8: found '!=', expected no second comparison: write a < b and b < c",
                "1 +             | f.yaml:1:4: found the end, expected a number, a name, '(' or '['",
                "(1              | f.yaml:1:3: found the end, expected an operator, a closing bracket or the end",
                "1)              | f.yaml:1:2: found ')'",
                "1 2             | f.yaml:1:3: found '2'",
                "a ? b           | f.yaml:1:3: found '?'",
                "a = b           | f.yaml:1:3: found '='",
                "a && b          | f.yaml:1:3: found '&'",
                "x[]             | f.yaml:1:3: found ']', expected a number, a name",
                "x[1, 2, 3]      | f.yaml:1:7: found ','",
                "f(,)            | f.yaml:1:3: found ','",
                "[]              | f.yaml:1:2: found ']'",
                "[1, [2]]        | f.yaml:1:1: found '[', expected a matrix whose rows are vectors of equal length",
                "[[1, 2], [3]]   | f.yaml:1:1: found '[', expected a matrix whose rows are vectors of equal length",
                "if(a, b)        | f.yaml:1:3: found '(', expected if(condition, value, other value)",
                "sum(i, 1, 2)    | f.yaml:1:4: found '(', expected sum(index, from, to, expression)",
                "prod(1, 1, 2, x)| f.yaml:1:5: found '(', expected prod(index, from, to, expression)",
                "all(x)          | f.yaml:1:4: found '(', expected all(index, from, to, expression)",
                "1e6000          | f.yaml:1:1: found '1e6000', expected at most 1000 digits and an exponent",
                "1e999999999     | f.yaml:1:1: found '1e999999999', expected at most 1000 digits and an exponent",
                "1e-999999999    | f.yaml:1:1: found '1e-999999999', expected at most 1000 digits and an exponent",
                "1 ≤ 2           | f.yaml:1:3: found '≤'",
            })
    void areFoundWhereTheyAre(String text, String message) {
        assertThatThrownBy(() -> Texts.parse(text))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "not ", "f(", "2^", "a implies "})
    void endlessNestingIsRefusedBeforeItIsParsed(String opening) {
        assertThatThrownBy(() -> Texts.parse(opening.repeat(20_000 / opening.length())))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("expected at most 100 nested brackets, signs and powers");
    }

    @Test
    void longNumbersAndLongTextsAreRefused() {
        assertThatThrownBy(() -> Texts.parse("1".repeat(1_001)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("1000 digits");
        assertThatThrownBy(() -> Texts.parse("1+".repeat(10_001) + "1"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("f.yaml:1:1: found an expression of 20003 characters, expected at most 20000");
        assertThatThrownBy(() -> Texts.parse(" \n ")).hasMessage("f.yaml:1:1: found nothing, expected an expression");
    }

    /** The error is the unexpected '?' in each of these files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a: x + ? y → 1:8",
                "a: \"x + ? y\" → 1:9",
                "a: 'x + ? y' → 1:9",
                "a: |NEWLINE  x + ? y → 2:7",
                "a: |NEWLINE  xNEWLINE  + ? y → 3:5",
                "a: |NEWLINENEWLINE  x + ? y → 3:7",
                "a: >-NEWLINE  x + ? y → 2:7",
                "a: >-NEWLINE  xNEWLINE  + ? y → 3:5",
                "a: >-NEWLINE  xNEWLINE    + ? y → 3:7",
                "a: >-NEWLINE  xNEWLINENEWLINE  + ? y → 4:5",
                "a: xNEWLINE  + ? y → 2:5",
                "a: xNEWLINE     + ? y → 2:8",
                "a: \"xNEWLINE  + ? y\" → 2:5",
                "a: 'xNEWLINE  + ? y' → 2:5",
            })
    void inYamlTheyAreFoundInTheFile(String file, String place) {
        SourceText source = new SourceText("f.yaml", file.strip().replace("NEWLINE", "\n"));
        Yaml.Scalar scalar = YamlFields.of(source, YamlReader.read(source)).scalar("a");
        assertThatThrownBy(() -> ExpressionParser.parse("f.yaml", scalar))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + place + ": found '?'");
    }
}

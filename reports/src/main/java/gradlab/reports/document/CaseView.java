package gradlab.reports.document;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.expression.MathMarkup;
import gradlab.analysis.expression.MathMl;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * One variable's value as the report shows it.
 *
 * @param name the variable, typeset
 * @param shown short, with a sign before it if it is rounded
 * @param exact what it is exactly, empty if it is as shown
 */
record CaseView(String name, String shown, String exact) {

    private static final int MOST_ITEMS = 8;

    /** Every variable of a case. */
    static List<CaseView> of(MathMl math, Case values) {
        return values.values().entrySet().stream()
                .map(e -> of(MathMarkup.formula(math.name(e.getKey())), e.getValue()))
                .toList();
    }

    private static CaseView of(String name, CaseValue value) {
        String shown = text(value, n -> ShortNumber.of(n).text());
        return isExact(value)
                ? new CaseView(name, shown, "")
                : new CaseView(name, "≈ " + shown, text(value, ExactNumber::text));
    }

    private static boolean isExact(CaseValue value) {
        if (value instanceof CaseValue.OfNumber number) {
            return ShortNumber.of(number.value()).exact();
        } else if (value instanceof CaseValue.OfVector vector) {
            return areExact(vector.entries());
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return areExact(matrix.matrix().entries());
        }
        return !(value instanceof CaseValue.OfList list)
                || list.items().stream().allMatch(CaseView::isExact);
    }

    private static boolean areExact(List<BigFraction> numbers) {
        return numbers.stream().allMatch(n -> ShortNumber.of(n).exact());
    }

    private static String text(CaseValue value, Function<BigFraction, String> number) {
        if (value instanceof CaseValue.OfNumber one) {
            return number.apply(one.value());
        } else if (value instanceof CaseValue.OfTruth truth) {
            return truth.value() ? "true" : "false";
        } else if (value instanceof CaseValue.OfVector vector) {
            return bracketed(vector.entries(), number);
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return bracketed(rows(matrix.matrix()), row -> bracketed(row, number));
        }
        return bracketed(((CaseValue.OfList) value).items(), item -> text(item, number));
    }

    private static List<List<BigFraction>> rows(Matrix<BigFraction> matrix) {
        return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toList();
    }

    private static <T> String bracketed(List<T> items, Function<T, String> text) {
        List<String> first = items.stream().limit(MOST_ITEMS).map(text).toList();
        int more = items.size() - first.size();
        String rest = more == 0 ? "" : ", … (" + more + " more, in results.json)";
        return "[" + String.join(", ", first) + rest + "]";
    }
}

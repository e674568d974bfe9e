package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of random variables, of variables that stay symbols, and of what mentions either; terms with such names have
 * matrices of polynomials as values.
 */
final class Averages {
    private final Evaluator numbers;
    private final Variables variables = new Variables();
    private final Map<String, PolyMat> matrices = new HashMap<>();
    private final Map<String, List<PolyMat>> lists = new HashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Set<String> varying = new HashSet<>();
    private final Distributions distributions = new Distributions(this, variables);
    private final PolyForms forms;

    Averages(Evaluator numbers) {
        this.numbers = numbers;
        this.forms = new PolyForms(this, numbers, variables);
    }

    /** Gives a name to a random variable with a distribution. */
    void random(String name, Term distribution) {
        if (distribution.head().equals("list")) {
            lists.put(name, distributions.list(distribution));
        } else {
            matrices.put(name, distributions.drawn(distribution));
        }
    }

    /** Gives a name to a number, vector, matrix or list of these that may be any at all. */
    void free(String name, Term shape) {
        if (shape.head().equals("list")) {
            lists.put(
                    name,
                    shape.items().stream().skip(1).map(distributions::symbols).toList());
        } else {
            matrices.put(name, distributions.symbols(shape));
        }
    }

    int size(Term term) {
        return new Arguments(List.of(numbers.value(term))).integer(0, 0, Mat.LARGEST);
    }

    Num number(Term term) {
        return new Arguments(List.of(numbers.value(term))).num(0);
    }

    /** Keeps what a name stands for, to be evaluated where it is used. */
    void let(String name, Term term) {
        if (mentions(term)) {
            varying.add(name);
        }
        terms.put(name, term);
    }

    /** What a name was given to stand for, or the term itself. */
    Term resolved(Term term) {
        return term.items().isEmpty() ? terms.getOrDefault(term.text(), term) : term;
    }

    /** Whether a name stands for something with variables in it. */
    boolean knows(String name) {
        return matrices.containsKey(name) || lists.containsKey(name) || varying.contains(name);
    }

    boolean mentions(Term term) {
        return term.items().isEmpty()
                ? knows(term.text())
                : term.items().stream().anyMatch(this::mentions);
    }

    /** A comparison: between polynomials, only where they differ by a number. */
    Answer comparison(String head, List<Term> a) {
        PolyMat left = value(a.get(0));
        PolyMat right = value(a.get(1));
        if (left.isConstant() && right.isConstant()) {
            return Evaluator.compared(head, new Arguments(List.of(left.numbers(), right.numbers())));
        }
        PolyMat difference = left.with(right, Poly::subtract);
        if (!difference.isConstant()) {
            throw NoValue.undecided("a comparison of different polynomials");
        }
        Mat zero = Mat.of(difference.rows(), difference.columns(), (i, j) -> Num.ZERO);
        return Evaluator.compared(head, new Arguments(List.of(difference.numbers(), zero)));
    }

    /** The mean or the variance of a term, which is a number. */
    Mat moment(String head, Term term) {
        return forms.form(head, List.of(term)).numbers();
    }

    PolyMat value(Term term) {
        if (!mentions(term) && !term.head().equals("E") && !term.head().equals("Var")) {
            return PolyMat.of(new Arguments(List.of(numbers.value(term))).mat(0));
        }
        if (term.items().isEmpty()) {
            return matrices.containsKey(term.text()) ? matrices.get(term.text()) : value(resolved(term));
        }
        return forms.form(term.head(), term.items().subList(1, term.items().size()));
    }

    /** Whether it is the name of a list of variables. */
    boolean isList(Term term) {
        return term.items().isEmpty() && lists.containsKey(term.text());
    }

    List<PolyMat> list(Term term) {
        if (term.head().equals("list")) {
            return term.items().stream().skip(1).map(this::value).toList();
        }
        return Optional.ofNullable(lists.get(term.text()))
                .orElseThrow(() -> new RecheckException("expected a list, not '" + term.text() + "'"));
    }
}

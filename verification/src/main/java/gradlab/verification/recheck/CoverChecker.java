package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the leaves of a cover leave nothing of a domain out. {@link CaseChecker} judges each leaf; both together say that
 * the claim holds, or does not, in the whole domain.
 *
 * <p>The domain is a text of {@code (let NAME value)} and {@code (over NAME domain)}, in the order of the claim; a leaf is a text
 * of as many values as there are domains: exact ones, boxes, or {@code (free rows columns)} for all there are.
 *
 * <pre>
 * domain = (integer a b) | (boolean) | (choice e ...) | (permutation n)           listed
 *        | (real) | (real a b) | (logreal a b) | (vector n) | (vector n a b) | (matrix m n) | (matrix m n a b)
 *        | (unit n) | (simplex n) | (symmetric n) | (orthogonal n) | (list k domain)
 * </pre>
 */
public final class CoverChecker {
    /** Stands for a value that is not one of a list. */
    private static final Term UNKNOWN = new Term("", List.of());

    private final List<Term> constants;
    private final List<Term> domains;

    private CoverChecker(List<Term> parts) {
        this.constants =
                parts.stream().filter(part -> part.head().equals("let")).toList();
        this.domains = parts.stream().filter(part -> part.head().equals("over")).toList();
        require(constants.size() + domains.size() == parts.size(), "only (let ...) and (over ...)");
        require(parts.stream().allMatch(part -> part.items().size() == 3), "a name and what it stands for");
    }

    /**
     * Whether every point of the domain lies in a leaf: HOLDS, VIOLATED where one surely lies in none, otherwise UNDECIDED.
     * Irrational ends of a domain are rounded outwards, so more than the domain has to be filled.
     *
     * @throws RecheckException if a text is not well formed, or too large
     */
    public static Answer check(String domain, List<String> leaves) {
        Work.start(Work.FULL);
        CoverChecker checker = new CoverChecker(Term.read(domain));
        try {
            return checker.filled(
                    List.of(), List.of(), leaves.stream().map(checker::leaf).toList());
        } catch (NoValue e) {
            return Answer.UNDECIDED;
        }
    }

    private List<Extent> leaf(String text) {
        List<Extent> values = Term.read(text).stream().map(Extent::ofValue).toList();
        require(values.size() == domains.size(), domains.size() + " values in a leaf");
        return values;
    }

    /** Goes through the domains in order: with a leaf for each value that is listed, boxes that fill the others. */
    private Answer filled(List<Term> chosen, List<Integer> boxes, List<List<Extent>> leaves) {
        int at = chosen.size();
        if (at == domains.size()) {
            return Filling.of(
                    region(chosen, boxes),
                    leaves.stream().map(leaf -> sides(leaf, boxes)).toList());
        }
        Evaluator evaluator = evaluator(chosen);
        Optional<List<Term>> listed = Listing.of(domain(at), evaluator);
        if (listed.isEmpty()) {
            String shape = Extent.ofDomain(domain(at), evaluator).shape();
            require(
                    leaves.stream().allMatch(leaf -> leaf.get(at).shape().equals(shape)),
                    "leaves of the domain's shape");
            return filled(with(chosen, UNKNOWN), with(boxes, at), leaves);
        }
        Answer all = Answer.HOLDS;
        for (Term value : listed.get()) {
            Extent extent = Extent.ofValue(value);
            List<List<Extent>> among = leaves.stream()
                    .filter(leaf -> leaf.get(at).contains(extent))
                    .toList();
            Answer answer = filled(with(chosen, value), boxes, among);
            all = answer == Answer.VIOLATED || all == Answer.HOLDS ? answer : all;
            if (all == Answer.VIOLATED) {
                return all;
            }
        }
        return all;
    }

    private Term domain(int at) {
        return domains.get(at).items().get(2);
    }

    private List<Side> region(List<Term> chosen, List<Integer> boxes) {
        Evaluator evaluator = evaluator(chosen);
        return boxes.stream()
                .flatMap(at -> Extent.ofDomain(domain(at), evaluator).sides().stream())
                .toList();
    }

    private static List<Side> sides(List<Extent> leaf, List<Integer> boxes) {
        return boxes.stream().flatMap(at -> leaf.get(at).sides().stream()).toList();
    }

    /** Knows the constants and the values that have been chosen so far; nothing may ask for one that is in a box. */
    private Evaluator evaluator(List<Term> chosen) {
        Evaluator evaluator = new Evaluator(RealNumbers.REALS);
        constants.forEach(
                let -> evaluator.define(let.items().get(1).text(), let.items().get(2)));
        for (int i = 0; i < chosen.size(); i++) {
            if (!chosen.get(i).equals(UNKNOWN)) {
                evaluator.define(domains.get(i).items().get(1).text(), chosen.get(i));
            }
        }
        return evaluator;
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}

package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.ExactAverages;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.moment.MomentArithmetic;
import gradlab.analysis.moment.RandomReal;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.DistributionReader;
import gradlab.verification.domain.Domain;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Outcome;
import gradlab.verification.domain.RandomScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Tries to cover every case of a claim: finite variables by listing their values, bounded real ones (at most
 * {@value BoxDomain#MOST_SIDES} numbers) by boxes, halved until the claim is settled on each. Everything is judged
 * exactly or in intervals; budgets count boxes.
 */
public final class Coverage {

    private static final int MOST_CASES = 20_000;
    private static final int MOST_BOXES = 20_000;
    /** How many more boxes are looked at, for a case that decides, once one is too small to be halved. */
    private static final int MOST_AFTER_FAILURE = 500;

    private final Claim claim;
    private final Outcome sought;
    private final Openness openness;
    private final List<Box> leaves = new ArrayList<>();
    private @Nullable Case instance;
    private @Nullable Case decisive;
    private int judged;

    private Coverage(Claim claim) {
        this.claim = claim;
        this.openness = new Openness(claim);
        this.sought = claim.quantifier() == Quantifier.FORALL ? Outcome.VIOLATED : Outcome.SATISFIED;
    }

    /** Tries to cover the domain of a claim about the reals. */
    public static Cover of(Claim claim) {
        return new Coverage(claim).cover();
    }

    private Cover cover() {
        if (claim.format().isPresent() && !claim.variables().isEmpty()) {
            return Cover.open("no computation in a floating-point format proves anything");
        }
        Optional<List<Box>> roots = roots();
        if (roots.isEmpty()) {
            return Cover.open("the domain is neither finite nor a bounded box of few numbers");
        }
        boolean finite = roots.get().stream().allMatch(Box::isCase);
        String method = claim.variables().isEmpty() ? "exact evaluation" : finite ? "enumeration" : "branch and bound";
        boolean complete = settleAll(roots.get(), finite ? MOST_CASES : MOST_BOXES);
        Cover.Result result = decisive != null
                ? Cover.Result.ONE
                : !complete || instance == null
                        ? Cover.Result.OPEN
                        : sought == Outcome.VIOLATED ? Cover.Result.ALL : Cover.Result.NONE;
        return new Cover(
                result,
                method,
                result == Cover.Result.OPEN ? List.of() : leaves,
                Optional.ofNullable(instance),
                Optional.ofNullable(decisive));
    }

    /** Settles box after box; false if one cannot be settled or the budget is spent. */
    private boolean settleAll(List<Box> roots, int budget) {
        Deque<Box> open = new ArrayDeque<>(roots);
        boolean complete = true;
        int most = budget;
        while (!open.isEmpty() && decisive == null) {
            Box box = open.pop();
            if (++judged > most) {
                return false;
            }
            Outcome outcome = judge(box);
            if (outcome == sought) {
                decisive = box.isCase() ? box.lower() : decisiveInside(box);
            }
            if (outcome == Outcome.UNDECIDED && claim.isStatistical() && !isDecidable(box)) {
                return false;
            }
            if (outcome == Outcome.UNDECIDED || (outcome == sought && decisive == null)) {
                Optional<List<Box>> halves = Bisection.halves(box, openness);
                halves.ifPresent(two -> two.forEach(open::push));
                most = halves.isEmpty() && complete && !box.isCase()
                        ? Math.min(most, judged + MOST_AFTER_FAILURE)
                        : most;
                complete &= halves.isPresent();
            } else {
                complete &= outcome != Outcome.UNDEFINED;
                leaves.add(box);
            }
        }
        return complete;
    }

    /** Whether exact moments decide a corner: otherwise no smaller box will be settled. */
    private boolean isDecidable(Box box) {
        return !box.isCase() && new Judgement(claim, RunSource.NONE).of(corner(box)) != Outcome.UNDECIDED;
    }

    private Outcome judge(Box box) {
        if (box.isCase()) {
            Outcome outcome = new Judgement(claim, RunSource.NONE).of(box.lower());
            remember(outcome, box.lower());
            return outcome;
        }
        Outcome outcome = claim.isStatistical() ? onAverage(box) : overAll(box);
        if (outcome.isDecided() && instance == null) {
            remember(new Judgement(claim, RunSource.NONE).of(corner(box)), corner(box));
        }
        return outcome;
    }

    private Outcome overAll(Box box) {
        RealArithmetic numbers = new RealArithmetic();
        Evaluator<Real> evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE);
        BoxScope<Real> scope = new BoxScope<>(numbers, Coverage::between);
        return new Judgement(claim, RunSource.NONE).in(evaluator, scope.of(claim, box, evaluator));
    }

    private Outcome onAverage(Box box) {
        MomentArithmetic numbers = new MomentArithmetic();
        Evaluator<RandomReal> evaluator =
                new Evaluator<>(claim.file(), numbers, RunSource.NONE, new ExactAverages(numbers));
        Scope<RandomReal> scope = new BoxScope<RandomReal>(
                        numbers, (low, high) -> new RandomReal.Constant(between(low, high)))
                .of(claim, box, evaluator);
        new RandomScope<RandomReal>(numbers, RandomReal.Constant::new, numbers::random)
                .bind(scope, DistributionReader.of(claim, box.lower()));
        return new Judgement(claim, RunSource.NONE).in(evaluator, scope);
    }

    private static Real between(BigFraction low, BigFraction high) {
        return new Real.Between(Surd.of(low), Surd.of(high));
    }

    private void remember(Outcome outcome, Case values) {
        if (outcome.isDecided() && instance == null) {
            instance = values;
        }
    }

    /** A corner of the box that surely lies in the domain: a box may reach beyond an irrational bound. */
    private Case corner(Box box) {
        Case before = Case.EMPTY;
        for (Named variable : claim.variables()) {
            Domain domain = new DomainReader(claim, before).read(variable.expression());
            CaseValue value = InsideValue.of(domain, box.lower(), variable.name());
            before = before.with(variable.name(), value);
        }
        return before;
    }

    private @Nullable Case decisiveInside(Box box) {
        Case corner = corner(box);
        return new Judgement(claim, RunSource.NONE).of(corner) == sought ? corner : null;
    }

    private Optional<List<Box>> roots() {
        List<Box> roots = List.of(Box.EMPTY);
        for (Named variable : claim.variables()) {
            List<Box> longer = new ArrayList<>();
            for (Box root : roots) {
                Optional<List<Box>> extended = extended(root, variable);
                if (extended.isEmpty() || longer.size() + extended.get().size() > MOST_CASES) {
                    return Optional.empty();
                }
                longer.addAll(extended.get());
            }
            roots = longer;
        }
        return roots.stream().anyMatch(this::randomDependsOn) ? Optional.empty() : Optional.of(roots);
    }

    private boolean randomDependsOn(Box root) {
        return claim.random().stream().anyMatch(random -> dependsOnBox(root, random));
    }

    private Optional<List<Box>> extended(Box root, Named variable) {
        if (dependsOnBox(root, variable)) {
            return Optional.empty();
        }
        Domain domain = new DomainReader(claim, root.lower()).read(variable.expression());
        Optional<List<CaseValue>> values = FiniteDomain.values(domain);
        if (values.isPresent()) {
            return Optional.of(values.get().stream()
                    .map(value -> root.with(variable.name(), value, value))
                    .toList());
        }
        return BoxDomain.corners(domain).map(c -> List.of(root.with(variable.name(), c.lower(), c.upper())));
    }

    private static boolean dependsOnBox(Box root, Named variable) {
        return root.lower().values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(root.upper().values().get(entry.getKey())))
                .anyMatch(entry -> CanonicalForm.mentions(variable.expression(), entry.getKey()));
    }
}

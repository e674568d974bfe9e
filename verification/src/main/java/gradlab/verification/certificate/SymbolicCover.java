package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.ExactAverages;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.moment.MomentArithmetic;
import gradlab.analysis.moment.RandomReal;
import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.CaseScope;
import gradlab.verification.domain.DistributionReader;
import gradlab.verification.domain.Domain;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.RandomScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries to settle a universal claim about the reals with its variables left as symbols: what holds between polynomials of the same
 * normal form holds for all numbers, those of the domain included. Finite variables, such as sizes, are listed.
 */
public final class SymbolicCover {

    /** How it is done, in words. */
    public static final String METHOD = "expansion with the real variables left as symbols";

    private static final int MOST_PARTS = 500;
    private static final int MOST_SYMBOLS = 2_000;

    private final Claim claim;

    private SymbolicCover(Claim claim) {
        this.claim = claim;
    }

    /**
     * One assignment of the finite variables.
     *
     * @param values the finite variables
     * @param symbols the domains of the variables that stay symbols
     */
    public record Part(Case values, Map<String, Domain> symbols) {
        /** Keeps the order of the symbols. */
        public Part {
            symbols = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
        }
    }

    /** The parts, on each of which the statement holds; empty if one of them is not settled so. */
    public static Optional<List<Part>> of(Claim claim) {
        boolean universal =
                claim.quantifier() == Quantifier.FORALL && !claim.variables().isEmpty();
        // Identities of the reals are none of numbers that are rounded.
        return universal && claim.format().isEmpty() ? new SymbolicCover(claim).cover() : Optional.empty();
    }

    private Optional<List<Part>> cover() {
        Optional<List<Part>> parts = parts();
        return parts.filter(all -> all.stream().allMatch(this::holds));
    }

    private Optional<List<Part>> parts() {
        List<Part> parts = List.of(new Part(Case.EMPTY, Map.of()));
        for (Named variable : claim.variables()) {
            List<Part> longer = new ArrayList<>();
            for (Part part : parts) {
                if (dependsOnSymbol(variable, part)) {
                    return Optional.empty();
                }
                longer.addAll(extended(part, variable));
            }
            if (longer.size() > MOST_PARTS) {
                return Optional.empty();
            }
            parts = longer;
        }
        return Optional.of(parts).filter(all -> all.stream().noneMatch(this::randomDependsOnSymbol));
    }

    private List<Part> extended(Part part, Named variable) {
        Domain domain = new DomainReader(claim, part.values()).read(variable.expression());
        Optional<List<CaseValue>> listed = FiniteDomain.values(domain).filter(values -> values.size() <= MOST_PARTS);
        if (listed.isPresent()) {
            return listed.get().stream()
                    .map(value -> new Part(part.values().with(variable.name(), value), part.symbols()))
                    .toList();
        }
        Map<String, Domain> symbols = new LinkedHashMap<>(part.symbols());
        symbols.put(variable.name(), domain);
        return List.of(new Part(part.values(), symbols));
    }

    private static boolean dependsOnSymbol(Named named, Part part) {
        return part.symbols().keySet().stream().anyMatch(name -> CanonicalForm.mentions(named.expression(), name));
    }

    private boolean randomDependsOnSymbol(Part part) {
        return claim.random().stream().anyMatch(random -> dependsOnSymbol(random, part));
    }

    private boolean holds(Part part) {
        MomentArithmetic numbers = new MomentArithmetic();
        Evaluator<RandomReal> evaluator =
                new Evaluator<>(claim.file(), numbers, RunSource.NONE, new ExactAverages(numbers));
        Scope<RandomReal> scope = CaseScope.of(claim, part.values(), numbers, evaluator);
        try {
            for (Map.Entry<String, Domain> symbol : part.symbols().entrySet()) {
                scope.bind(symbol.getKey(), symbols(symbol.getValue(), numbers));
            }
            new RandomScope<RandomReal>(numbers, RandomReal.Constant::new, numbers::random)
                    .bind(scope, DistributionReader.of(claim, part.values()));
            return evaluator.truth(claim.statement(), scope) == Truth.TRUE;
        } catch (NoValueException | SourceException e) {
            return false;
        }
    }

    private static Value<RandomReal> symbols(Domain domain, MomentArithmetic numbers) {
        if (domain instanceof Domain.Lists lists) {
            List<Value<RandomReal>> items = new ArrayList<>();
            for (int i = 0; i < lists.count(); i++) {
                items.add(symbols(lists.item(), numbers));
            }
            return new Value.OfList<>(items);
        }
        Shape shape = Shape.of(domain);
        if ((long) shape.rows() * shape.columns() > MOST_SYMBOLS) {
            throw NoValueException.undecided("too many symbols");
        }
        Matrix<RandomReal> all = Matrix.of(shape.rows(), shape.columns(), (i, j) -> numbers.free());
        return switch (shape.kind()) {
            case NUMBER -> new Value.OfNumber<>(all.get(0, 0));
            case VECTOR -> new Value.OfVector<>(all.entries());
            default -> new Value.OfMatrix<>(all);
        };
    }
}

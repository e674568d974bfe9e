package gradlab.analysis.moment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The symbols of one evaluation, numbered as they come: what a symbol stands for mentions earlier ones only. */
final class Symbols {

    private final List<Symbol> all = new ArrayList<>();
    private final Map<Symbol, Integer> derived = new HashMap<>();

    int random(Law law) {
        all.add(new Symbol.Random(law));
        return all.size() - 1;
    }

    int free() {
        all.add(new Symbol.Free());
        return all.size() - 1;
    }

    int positive(Polynomial of) {
        return derived(new Symbol.Positive(of));
    }

    int step(Polynomial of) {
        return derived(new Symbol.Step(of));
    }

    private int derived(Symbol symbol) {
        return derived.computeIfAbsent(symbol, s -> {
            all.add(s);
            return all.size() - 1;
        });
    }

    int count() {
        return all.size();
    }

    Symbol get(int number) {
        return all.get(number);
    }

    boolean isRandom(int number) {
        return all.get(number) instanceof Symbol.Random;
    }

    boolean isFree(int number) {
        return all.get(number) instanceof Symbol.Free;
    }

    /** Whether a symbol stands for a function of a polynomial. */
    boolean isDerived(int number) {
        return !isRandom(number) && !isFree(number);
    }

    /** The polynomial that a derived symbol is a function of. */
    Polynomial argument(int number) {
        Symbol symbol = all.get(number);
        return symbol instanceof Symbol.Positive positive ? positive.of() : ((Symbol.Step) symbol).of();
    }

    /** Everything that the derived symbols of a monomial depend on, through any number of levels. */
    BitSet inside(Monomial monomial) {
        BitSet inside = new BitSet();
        for (int i = 0; i < monomial.size(); i++) {
            if (isDerived(monomial.symbol(i))) {
                addInside(argument(monomial.symbol(i)), inside);
            }
        }
        return inside;
    }

    private void addInside(Polynomial polynomial, BitSet inside) {
        for (Monomial monomial : polynomial.terms().keySet()) {
            for (int i = 0; i < monomial.size(); i++) {
                int symbol = monomial.symbol(i);
                if (!inside.get(symbol)) {
                    inside.set(symbol);
                    if (isDerived(symbol)) {
                        addInside(argument(symbol), inside);
                    }
                }
            }
        }
    }
}

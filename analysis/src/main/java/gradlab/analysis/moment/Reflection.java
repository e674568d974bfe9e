package gradlab.analysis.moment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for random symbols whose change of sign, which changes no distribution, turns a polynomial p into -p, leaves all
 * other derived symbols as they are, and multiplies a monomial q by a wanted sign. The signs solve a linear system over
 * the field of two elements: one unknown a random symbol, one equation a term.
 */
final class Reflection {

    private static final int MOST_EQUATIONS = 20_000;

    private final Symbols symbols;
    private final List<BitSet> echelon = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final int right;
    private int equations;

    private Reflection(Symbols symbols) {
        this.symbols = symbols;
        this.right = symbols.count();
    }

    /**
     * Whether there are such symbols.
     *
     * @param p what has to change its sign
     * @param q what has to keep it, or change it if {@code odd}
     */
    static boolean exists(Symbols symbols, Polynomial p, Monomial q, boolean odd) {
        Reflection reflection = new Reflection(symbols);
        for (Monomial term : p.terms().keySet()) {
            if (!reflection.require(term, true)) {
                return false;
            }
        }
        return reflection.require(q, odd);
    }

    /** Adds the equation that a monomial changes its sign or keeps it, and those of what is inside; false if unsolvable. */
    private boolean require(Monomial term, boolean odd) {
        BitSet equation = new BitSet();
        for (int i = 0; i < term.size(); i++) {
            int symbol = term.symbol(i);
            if (symbols.isRandom(symbol) && term.power(i) % 2 == 1) {
                equation.set(symbol);
            } else if (symbols.isDerived(symbol) && !requireUnchanged(symbol)) {
                return false;
            }
        }
        if (odd) {
            equation.set(right);
        }
        return add(equation);
    }

    private boolean requireUnchanged(int derived) {
        if (seen.get(derived)) {
            return true;
        }
        seen.set(derived);
        return symbols.argument(derived).terms().keySet().stream().allMatch(term -> require(term, false));
    }

    private boolean add(BitSet equation) {
        if (++equations > MOST_EQUATIONS) {
            return false;
        }
        for (BitSet row : echelon) {
            if (equation.get(row.nextSetBit(0))) {
                equation.xor(row);
            }
        }
        int leading = equation.nextSetBit(0);
        if (leading == right) {
            return false;
        }
        if (leading >= 0) {
            echelon.add(equation);
        }
        return true;
    }
}

package gradlab.analysis.moment;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A product of powers of numbered symbols, such as s1^2 s4; the empty one is 1. */
final class Monomial {

    static final Monomial ONE = new Monomial(new int[0], new int[0]);

    private final int[] symbols;
    private final int[] powers;
    private final int hash;

    private Monomial(int[] symbols, int[] powers) {
        this.symbols = symbols;
        this.powers = powers;
        this.hash = 31 * Arrays.hashCode(symbols) + Arrays.hashCode(powers);
    }

    static Monomial of(int symbol) {
        return new Monomial(new int[] {symbol}, new int[] {1});
    }

    /** How many different symbols it has. */
    int size() {
        return symbols.length;
    }

    /** The symbol at a place, in ascending order. */
    int symbol(int place) {
        return symbols[place];
    }

    /** Its power, at least 1. */
    int power(int place) {
        return powers[place];
    }

    Monomial times(Monomial other) {
        int[] all = new int[symbols.length + other.symbols.length];
        int[] powersOfAll = new int[all.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < symbols.length || j < other.symbols.length) {
            boolean left = j == other.symbols.length || (i < symbols.length && symbols[i] <= other.symbols[j]);
            boolean right = i == symbols.length || (j < other.symbols.length && other.symbols[j] <= symbols[i]);
            all[count] = left ? symbols[i] : other.symbols[j];
            powersOfAll[count++] = (left ? powers[i++] : 0) + (right ? other.powers[j++] : 0);
        }
        return new Monomial(Arrays.copyOf(all, count), Arrays.copyOf(powersOfAll, count));
    }

    /** What is left of it when only some symbols are kept. */
    Monomial keeping(IntPredicate kept) {
        int[] some = new int[symbols.length];
        int[] powersOfSome = new int[symbols.length];
        int count = 0;
        for (int i = 0; i < symbols.length; i++) {
            if (kept.test(symbols[i])) {
                some[count] = symbols[i];
                powersOfSome[count++] = powers[i];
            }
        }
        return new Monomial(Arrays.copyOf(some, count), Arrays.copyOf(powersOfSome, count));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Monomial m && Arrays.equals(symbols, m.symbols) && Arrays.equals(powers, m.powers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

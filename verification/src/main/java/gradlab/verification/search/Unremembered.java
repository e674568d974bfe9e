package gradlab.verification.search;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;

/**
 * What another arbitrary draws, without jqwik's memory of generators. That memory compares arbitraries part by part, and
 * those here depend on what was drawn before, so that almost none comes twice: it took most of the time of a search.
 *
 * @param arbitrary what draws
 */
record Unremembered<T>(Arbitrary<T> arbitrary) implements Arbitrary<T> {
    @Override
    public RandomGenerator<T> generator(int size) {
        return arbitrary.generator(size);
    }

    @Override
    public EdgeCases<T> edgeCases(int most) {
        return arbitrary.edgeCases(most);
    }

    /** Nor is anything that is made of it. */
    @Override
    public boolean isGeneratorMemoizable() {
        return false;
    }
}

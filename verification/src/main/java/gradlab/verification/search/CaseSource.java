package gradlab.verification.search;

import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.DomainReader;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Draws cases of a claim. The case of a number depends on the seed, the claim's id and that number only, so that any
 * number of threads sees the same cases. Use it inside a jqwik session.
 */
final class CaseSource {

    /** How jqwik scales what it draws; the arbitraries here have scales of their own. */
    private static final int SIZE = 1_000;

    private final RandomGenerator<Case> generator;
    private final RandomStream stream;

    CaseSource(Claim claim, long seed) {
        Arbitrary<Case> cases = Arbitraries.just(Case.EMPTY);
        for (Named variable : claim.variables()) {
            cases = cases.flatMap(
                    before -> DomainArbitraries.of(new DomainReader(claim, before).read(variable.expression()))
                            .map(value -> before.with(variable.name(), value)));
        }
        this.generator = cases.generator(SIZE, false);
        this.stream = RandomStream.of(seed, "cases of " + claim.id());
    }

    /** The case of a number. */
    Shrinkable<Case> draw(long number) {
        return generator.next(new Random(stream.split(number).nextLong()));
    }
}

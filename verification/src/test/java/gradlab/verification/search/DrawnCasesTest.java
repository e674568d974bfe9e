package gradlab.verification.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Membership;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is drawn, shrunk or moved lies in its domain exactly, for each kind of domain. */
class DrawnCasesTest {
    private static final int CASES = 200;

    private static List<Case> drawn(Claim claim, long seed) {
        List<Case> cases = new ArrayList<>();
        JqwikSession.run(() -> {
            CaseSource source = new CaseSource(claim, seed);
            for (int i = 0; i < CASES; i++) {
                cases.add(source.draw(i).value());
            }
        });
        return cases;
    }

    private static void requireInside(Claim claim, Case values) {
        Case before = Case.EMPTY;
        for (Named variable : claim.variables()) {
            CaseValue value = Objects.requireNonNull(values.values().get(variable.name()));
            assertThat(Membership.contains(new DomainReader(claim, before).read(variable.expression()), value))
                    .as("%s in %s", value, variable.expression())
                    .isTrue();
            before = before.with(variable.name(), value);
        }
        assertThat(values.values()).hasSameSizeAs(claim.variables());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: 'integer(-3, 5)'",
                "x: 'integer(4, 4)'",
                "x: 'integer(-9007199254740992, 9007199254740992)'",
                "x: 'real()'",
                "x: 'real(0, 0.2)'",
                "x: 'real(0.1, 0.1)'",
                "x: 'real(1/3, 1/3 + 1e-30)'",
                "x: 'real(-pi, pi)'",
                "x: 'real(0, sqrt(2))'",
                "x: 'real(-1e400, 1e400)'",
                "x: 'real(1e-400, 2e-400)'",
                "x: 'real(-5, -4)'",
                "x: 'logreal(1e-300, 1e300)'",
                "x: 'logreal(0.1, 0.3)'",
                "x: 'logreal(1e-400, 1e400)'",
                "x: 'logreal(7, 7)'",
                "x: 'boolean()'",
                "x: 'choice(1, 1/3, -2)'",
                "x: 'choice(true, false)'",
                "x: 'choice([1, 2], [3])'",
                "x: 'choice([[1, 2]], [[3]])'",
                "x: 'vector(0)'",
                "x: 'vector(1)'",
                "x: 'vector(7)'",
                "x: 'vector(5, -0.1, 0.3)'",
                "x: 'vector(2, pi, 4)'",
                "x: 'unit(1)'",
                "x: 'unit(2)'",
                "x: 'unit(9)'",
                "x: 'simplex(1)'",
                "x: 'simplex(2)'",
                "x: 'simplex(9)'",
                "x: 'matrix(0, 3)'",
                "x: 'matrix(1, 1)'",
                "x: 'matrix(2, 5)'",
                "x: 'matrix(4, 4)'",
                "x: 'matrix(3, 3, -0.1, 0.3)'",
                "x: 'symmetric(0)'",
                "x: 'symmetric(1)'",
                "x: 'symmetric(5)'",
                "x: 'orthogonal(0)'",
                "x: 'orthogonal(1)'",
                "x: 'orthogonal(6)'",
                "x: 'permutation(0)'",
                "x: 'permutation(1)'",
                "x: 'permutation(8)'",
                "x: 'list(0, real())'",
                "x: 'list(3, real(0, 0.2))'",
                "x: 'list(2, list(2, unit(3)))'",
                "x: 'list(3, boolean())'",
                "x: 'list(3, choice([1], [2, 3]))'",
                "n: 'integer(1, 5)', x: 'vector(n)', A: 'matrix(n, n + 1)', us: 'list(n, unit(n))'",
                "x: 'real(0, 1)', y: 'real(0, x)', z: 'vector(3, -y, y)'",
                "x: 'real(1, 5)', v: 'vector(floor(x), 0, x)', k: 'integer(0, floor(x))'",
            })
    void lieInTheirDomains(String variables) {
        Claim claim = ClaimTexts.forAll(variables, "1 == 2");
        List<Case> cases = drawn(claim, 1);
        cases.forEach(one -> requireInside(claim, one));
        cases.subList(0, 40).forEach(one -> requireMovedInside(claim, one));
        JqwikSession.run(() -> {
            CaseSource source = new CaseSource(claim, 1);
            for (int i = 0; i < 20; i++) {
                requireShrunkInside(claim, source.draw(i));
            }
        });
    }

    private static void requireShrunkInside(Claim claim, Shrinkable<Case> one) {
        Shrinkable<Case> smaller = one;
        for (int step = 0; step < 30; step++) {
            Iterator<Shrinkable<Case>> candidates = smaller.shrink().iterator();
            if (!candidates.hasNext()) {
                return;
            }
            smaller = candidates.next();
            requireInside(claim, smaller.value());
        }
    }

    private static void requireMovedInside(Claim claim, Case start) {
        CaseSteps steps = new CaseSteps(claim, RandomStream.of(5, "steps"));
        Case at = start;
        for (int step = 0; step < 50; step++) {
            Optional<Case> next = steps.from(at);
            if (next.isEmpty()) {
                return;
            }
            at = next.get();
            requireInside(claim, at);
        }
    }

    @Test
    void dependOnTheSeedAndTheirNumberOnly() {
        Claim claim = ClaimTexts.forAll("n: 'integer(1, 5)', x: 'vector(n)'", "1 == 2");
        List<Case> once = drawn(claim, 7);
        assertThat(drawn(claim, 7)).isEqualTo(once);
        assertThat(drawn(claim, 8)).isNotEqualTo(once);
        List<Case> alone = new ArrayList<>();
        JqwikSession.run(() -> alone.add(new CaseSource(claim, 7).draw(123).value()));
        assertThat(alone).containsExactly(once.get(123));
    }

    @Test
    void endpointsAndManyScalesComeUp() {
        List<Case> bounded = values("x: 'real(0, 0.2)'");
        assertThat(bounded).extracting(DrawnCasesTest::approximate).contains(0.0, 0.2);
        List<Case> free = values("x: 'real()'");
        assertThat(free).extracting(DrawnCasesTest::approximate).anyMatch(x -> x == 0);
        assertThat(free).extracting(DrawnCasesTest::approximate).anyMatch(x -> Math.abs(x) > 1e50);
        assertThat(free).extracting(DrawnCasesTest::approximate).anyMatch(x -> x != 0 && Math.abs(x) < 1e-50);
        assertThat(free).extracting(DrawnCasesTest::approximate).anyMatch(x -> x == 1);
    }

    private static List<Case> values(String variables) {
        return drawn(ClaimTexts.forAll(variables, "1 == 2"), 1);
    }

    private static double approximate(Case values) {
        return values.values().get("x") instanceof CaseValue.OfNumber number
                ? number.value().doubleValue()
                : Double.NaN;
    }
}

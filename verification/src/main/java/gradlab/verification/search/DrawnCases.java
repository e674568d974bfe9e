package gradlab.verification.search;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.Judgement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.sessions.JqwikSession;

/** Draws cases that meet the hypotheses, without a look at the statement. */
public final class DrawnCases {

    private static final int DRAWS_A_CASE = 6;

    private DrawnCases() {}

    /** So many cases of a claim, or fewer if too few of those drawn meet its hypotheses. */
    public static List<Case> of(Claim claim, long seed, int count) {
        List<Case> cases = new ArrayList<>();
        Judgement judgement = new Judgement(claim, RunSource.NONE);
        JqwikSession.run(() -> {
            CaseSource source = new CaseSource(claim, seed);
            for (long i = 0; i < (long) DRAWS_A_CASE * count && cases.size() < count; i++) {
                Case values = source.draw(i).value();
                if (judgement.admits(values)) {
                    cases.add(values);
                }
            }
        });
        return cases;
    }
}

package gradlab.reports.document;

import gradlab.analysis.expression.MathMl;
import gradlab.reports.document.EvidenceView.Detail;
import gradlab.verification.claim.CaseCounts;
import gradlab.verification.claim.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Puts evidence into words. */
final class EvidenceWords {

    private final MathMl math;
    private final boolean rateMeansSomething;

    /**
     * Words for the evidence on a claim.
     *
     * @param rateMeansSomething whether the search ran to its end over a universal claim; one that ended at its first
     *     violation bounds no rate
     */
    EvidenceWords(MathMl math, boolean rateMeansSomething) {
        this.math = math;
        this.rateMeansSomething = rateMeansSomething;
    }

    EvidenceView of(Evidence evidence) {
        if (evidence instanceof Evidence.Theorem theorem) {
            return theorem(theorem);
        } else if (evidence instanceof Evidence.Witness witness) {
            return witness(witness);
        } else if (evidence instanceof Evidence.Certificate certificate) {
            return certificate(certificate);
        } else if (evidence instanceof Evidence.Search search) {
            return search(search);
        } else if (evidence instanceof Evidence.Expectation expectation) {
            return expectation(expectation);
        } else if (evidence instanceof Evidence.Training training) {
            return TrainingWords.of(training);
        }
        throw new IllegalStateException("unknown evidence " + evidence.getClass());
    }

    private static EvidenceView theorem(Evidence.Theorem theorem) {
        String about = theorem.negation() ? "the negation of this claim" : "this claim";
        String outcome = theorem.accepted()
                ? "Accepted: the proof checker confirms that the theorem says exactly " + about + "."
                : "Not counted: " + theorem.reason() + ".";
        List<Detail> details = new ArrayList<>();
        details.add(Detail.literal("Theorem", theorem.name()));
        details.add(Detail.of("Proof checker", theorem.checker().isEmpty() ? "did not run" : theorem.checker()));
        if (theorem.accepted()) {
            details.add(Detail.literal(
                    "Axioms", theorem.axioms().isEmpty() ? "none" : String.join("\n", theorem.axioms())));
        }
        String heading = theorem.negation() ? "Theorem of the negation" : "Theorem";
        return new EvidenceView(heading, List.of(outcome), details, "", List.of(), theorem.statement());
    }

    private EvidenceView witness(Evidence.Witness witness) {
        String what = witness.satisfies() ? "satisfies the claim" : "violates the claim";
        List<Detail> details = List.of(
                Detail.of("Found", witness.how()), Detail.of("Independent checker", recheck(witness.recheck())));
        return new EvidenceView(
                "Witness",
                List.of("One case lies in its domain, meets every hypothesis and " + what + "."),
                details,
                "The case",
                CaseView.of(math, witness.found()),
                "");
    }

    private EvidenceView certificate(Evidence.Certificate certificate) {
        String what = certificate.holds() ? "every one satisfies the claim" : "none satisfies the claim";
        List<Detail> details = List.of(
                Detail.of("Method", certificate.method()),
                Detail.of("Parts", certificate.parts()),
                Detail.of("Independent checker", recheck(certificate.recheck())));
        List<CaseView> instance = CaseView.of(math, certificate.instance());
        return new EvidenceView(
                "Certificate",
                List.of("A computation covers all cases: " + what + "."),
                details,
                instance.isEmpty() ? "" : "One case that meets the hypotheses",
                instance,
                "");
    }

    private EvidenceView search(Evidence.Search search) {
        CaseCounts counts = search.counts();
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of("Drawn independently", counts.drawn()));
        details.add(Detail.of("Decided", counts.decided() + " of " + search.wanted() + " wanted"));
        details.add(Detail.of("Undecided", counts.undecided()));
        details.add(Detail.of("Undefined", counts.undefined()));
        details.add(Detail.of("Discarded by a hypothesis", counts.discarded()));
        details.add(Detail.of("Driven towards a decisive case", search.ascents()));
        if (rateMeansSomething) {
            details.add(Detail.of("Violation rate under this drawing", rate(search.rateBound())));
        }
        search.margin().ifPresent(m -> details.add(Detail.of("Margin of the closest decided case", ShortNumber.of(m))));
        List<CaseView> instance =
                search.instance().map(found -> CaseView.of(math, found)).orElse(List.of());
        return new EvidenceView(
                "Search",
                List.of("How cases were drawn: " + search.how() + "."),
                details,
                instance.isEmpty() ? "" : "One decided case",
                instance,
                "");
    }

    private static String rate(double bound) {
        return bound < 1
                ? "at most " + ShortNumber.upperBound(bound)
                        + ", with 95 % confidence, undecided cases counted against the claim"
                : "no bound below 1";
    }

    private EvidenceView expectation(Evidence.Expectation expectation) {
        List<Detail> details = new ArrayList<>();
        expectation.means().forEach(mean -> details.add(Detail.of(mean.expression(), words(mean))));
        details.add(
                Detail.of("Cases looked at", expectation.cases() + (expectation.allCases() ? ", which are all" : "")));
        if (expectation.isSampled()) {
            details.add(Detail.of("Relative tolerance", ShortNumber.of(expectation.tolerance())));
        }
        String sentence = expectation.isSampled()
                ? "A fresh sample, drawn after the case was chosen: " + words(expectation.standing()) + "."
                : "Exact moments of the random variables.";
        List<CaseView> parameters = CaseView.of(math, expectation.parameters());
        return new EvidenceView(
                "Expectation",
                List.of(sentence),
                details,
                parameters.isEmpty() ? "" : "The case with these means",
                parameters,
                "");
    }

    private static String words(Evidence.Standing standing) {
        return switch (standing) {
            case SATISFIES -> "the intervals satisfy the claim within its tolerance and are narrower than that";
            case VIOLATES -> "the intervals exclude the claim";
            case OPEN -> "the intervals neither exclude the claim nor satisfy it within its tolerance";
        };
    }

    private static String words(Evidence.Mean mean) {
        if (mean.exact()) {
            return ShortNumber.of(mean.estimate()) + " (" + mean.method() + ")";
        }
        boolean bounded = Double.isFinite(mean.lower()) && Double.isFinite(mean.upper());
        String undefined = mean.undefined() == 0 ? "" : ", " + mean.undefined() + " of them without a value";
        return "about " + ShortNumber.of(mean.estimate())
                + (bounded
                        ? ", from " + ShortNumber.of(mean.lower()) + " to " + ShortNumber.of(mean.upper())
                                + " at level "
                                + (mean.level() > 0.999
                                        ? "1 − " + ShortNumber.upperBound(1 - mean.level())
                                        : ShortNumber.of(mean.level()))
                        : ", no interval")
                + " (" + mean.method() + "; " + mean.draws() + " draws" + undefined + ")";
    }

    private static String recheck(Evidence.Recheck recheck) {
        return switch (recheck) {
            case ACCEPTED -> "came to the same answer by its own way";
            case CONTRADICTED -> "came to another answer";
            case UNDECIDED -> "could not tell";
        };
    }
}

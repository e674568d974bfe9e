package gradlab.verification.claim;

import gradlab.analysis.interval.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that was really computed and bears on a claim. */
public sealed interface Evidence {

    /** Its kind in result files. */
    Kind kind();

    /** Kinds of evidence. */
    enum Kind {
        /** A machine-checked theorem that says the claim. */
        THEOREM("theorem"),
        /** A machine-checked theorem that says its negation. */
        DISPROOF("disproof"),
        /** One case, confirmed exactly or in intervals. */
        WITNESS("witness"),
        /** A computation that covers every case. */
        CERTIFICATE("certificate"),
        /** Cases drawn at random and driven towards violation. */
        SEARCH("search"),
        /** Means and probabilities, by exact moments or from samples. */
        EXPECTATION("expectation"),
        /** Training runs. */
        TRAINING("training");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in result files. */
        public String word() {
            return word;
        }
    }

    /**
     * A theorem, or an attempt at one.
     *
     * @param negation whether it speaks of the claim's negation
     * @param name the theorem
     * @param accepted whether the proof checker accepted exactly this statement on standard axioms only
     * @param statement the statement in the proof checker's language, empty if the product keeps none for the claim
     * @param axioms the axioms it rests on
     * @param checker name and version of the proof checker, empty if it did not run
     * @param reason why it was accepted or not
     */
    record Theorem(
            boolean negation,
            String name,
            boolean accepted,
            String statement,
            List<String> axioms,
            String checker,
            String reason)
            implements Evidence {
        /** Copies the axioms. */
        public Theorem {
            axioms = List.copyOf(axioms);
        }

        @Override
        public Kind kind() {
            return negation ? Kind.DISPROOF : Kind.THEOREM;
        }
    }

    /**
     * A confirmed case: for a universal claim one that violates it, for an existence claim one that satisfies it.
     *
     * @param found the case
     * @param satisfies whether it satisfies the claim
     * @param how how it was found
     * @param recheck what the independent checker said of it
     */
    record Witness(Case found, boolean satisfies, String how, Recheck recheck) implements Evidence {
        @Override
        public Kind kind() {
            return Kind.WITNESS;
        }
    }

    /**
     * A computation that covers every case of the domain.
     *
     * @param method how: exact evaluation, enumeration, branch and bound
     * @param parts how many cases or boxes it consists of
     * @param holds whether every case satisfies the claim; otherwise none does
     * @param instance one case that meets the hypotheses
     * @param recheck what the independent checker said of it
     */
    record Certificate(String method, int parts, boolean holds, Case instance, Recheck recheck) implements Evidence {
        @Override
        public Kind kind() {
            return Kind.CERTIFICATE;
        }
    }

    /** What the independent checker says of a part of the evidence. */
    enum Recheck {
        /** It came to the same answer by its own way. */
        ACCEPTED,
        /** It came to another answer. */
        CONTRADICTED,
        /** It could not tell, or does not know an operation. */
        UNDECIDED
    }

    /**
     * Cases drawn at random, and cases driven towards violation.
     *
     * @param counts what became of the cases that were drawn independently
     * @param wanted how many decided cases were asked for
     * @param ascents how many cases the adversarial ascent looked at beside them
     * @param rateBound 95 % upper confidence bound of the violation rate under this drawing, undecided counted against
     * @param margin how far the closest decided case was from violation, where that means something
     * @param instance one case that was decided
     * @param how how cases were drawn, in words
     */
    record Search(
            CaseCounts counts,
            int wanted,
            int ascents,
            double rateBound,
            Optional<Double> margin,
            Optional<Case> instance,
            String how)
            implements Evidence {
        @Override
        public Kind kind() {
            return Kind.SEARCH;
        }
    }

    /** What is found of a statistical claim. */
    enum Standing {
        /** It holds: within its tolerance, where that rests on a sample. */
        SATISFIES,
        /** It does not hold. */
        VIOLATES,
        /** Neither can be said. */
        OPEN
    }

    /**
     * A mean, variance or probability.
     *
     * @param expression what is meant
     * @param exact whether exact moments give it; otherwise it is estimated from a sample
     * @param estimate the value, or its estimate
     * @param lower lower end of the interval
     * @param upper upper end of the interval
     * @param level how probable it is at least that all intervals beside this one contain what they estimate; 1 if exact
     * @param method how the interval was found
     * @param draws how many draws; 0 if exact
     * @param undefined how many of them gave no value
     */
    record Mean(
            String expression,
            boolean exact,
            double estimate,
            double lower,
            double upper,
            double level,
            String method,
            int draws,
            int undefined) {

        /** One known by exact moments, in an interval as narrow as binary64 has. */
        public static Mean exact(String expression, Interval interval) {
            return new Mean(
                    expression,
                    true,
                    interval.midpoint(),
                    interval.lower(),
                    interval.upper(),
                    1,
                    "exact moments",
                    0,
                    0);
        }
    }

    /**
     * Means and probabilities in one case, and what follows for the claim.
     *
     * @param standing what follows
     * @param cases how many cases were looked at; the means are those of the one closest to violation, or left open
     * @param allCases whether these are all cases of the domain
     * @param parameters that case
     * @param means the means of the statement
     * @param tolerance how far off, relatively, the claim may be for samples to support it
     */
    record Expectation(
            Standing standing, int cases, boolean allCases, Case parameters, List<Mean> means, double tolerance)
            implements Evidence {
        /** Copies the means. */
        public Expectation {
            means = List.copyOf(means);
        }

        /** Whether it rests on a sample. */
        public boolean isSampled() {
            return means.stream().anyMatch(mean -> !mean.exact());
        }

        @Override
        public Kind kind() {
            return Kind.EXPECTATION;
        }
    }

    /**
     * Training runs that bear on a claim.
     *
     * @param experiment the experiments
     * @param decides whether the claim is about these runs; otherwise they are measurements that decide nothing
     * @param trials what became of each case that was looked at
     * @param planned how many cases the claim speaks of
     * @param shortened the runs that were shorter than their experiments say, and how; such runs never refute
     * @param measurements what was measured, by name
     * @param digests the SHA-256 of each run's recorded bits, by label
     */
    record Training(
            String experiment,
            boolean decides,
            List<Trial> trials,
            int planned,
            List<String> shortened,
            Map<String, Double> measurements,
            Map<String, String> digests)
            implements Evidence {
        /** Copies the collections, keeping their order. */
        public Training {
            trials = List.copyOf(trials);
            shortened = List.copyOf(shortened);
            measurements = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(measurements));
            digests = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(digests));
        }

        /** The seeds run, each once. */
        public List<Long> seeds() {
            return trials.stream().map(Trial::seed).distinct().toList();
        }

        /** The cases that came to this. */
        public List<Trial> with(Trial.Outcome outcome) {
            return trials.stream().filter(trial -> trial.outcome() == outcome).toList();
        }

        /** The seeds of the cases that came to this, each once. */
        public List<Long> seeds(Trial.Outcome outcome) {
            return with(outcome).stream().map(Trial::seed).distinct().toList();
        }

        @Override
        public Kind kind() {
            return Kind.TRAINING;
        }
    }
}

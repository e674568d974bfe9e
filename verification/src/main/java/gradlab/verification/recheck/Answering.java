package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;

/** Takes definitions and answers statements. */
interface Answering {
    /** Gives a new name a value, or lets every use of it fail where it has none. */
    void define(String name, Term term);

    /** Gives a new name the values of a random variable, in arithmetics that know averages. */
    default void random(String name, Term distribution) {
        throw new RecheckException("nothing can be random in this arithmetic, found " + name);
    }

    /** Gives a new name unknown values of a shape, in arithmetics that know identities. */
    default void free(String name, Term shape) {
        throw new RecheckException("nothing can be left free in this arithmetic, found " + name);
    }

    /** The answer to a statement. */
    Answer answer(Term term);

    /** Why the last answer that was open was so. */
    String reason();
}

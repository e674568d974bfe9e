package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;

/** Takes definitions and answers statements. */
interface Answering {
    /** Gives a new name a value, or lets every use of it fail where it has none. */
    void define(String name, Term term);

    /** The answer to a statement. */
    Answer answer(Term term);

    /** Why the last answer that was open was so. */
    String reason();
}

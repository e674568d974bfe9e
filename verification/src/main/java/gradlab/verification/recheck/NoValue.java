package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;

/** An expression has no value here, or none that can be told. */
final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final Answer answer;
    final String reason;

    private NoValue(Answer answer, String reason) {
        super(reason, null, false, false);
        this.answer = answer;
        this.reason = reason;
    }

    static NoValue undefined(String reason) {
        return new NoValue(Answer.UNDEFINED, reason);
    }

    static NoValue undecided(String reason) {
        return new NoValue(Answer.UNDECIDED, reason);
    }

    /** Undefined if that is certain, otherwise undecided. */
    static NoValue of(boolean certain, String reason) {
        return certain ? undefined(reason) : undecided(reason + ", perhaps");
    }
}

package gradlab.verification.claim;

import gradlab.analysis.expression.Expression;

/** A name and the expression it stands for: a constant, a definition, or the domain of a variable. */
public record Named(String name, Expression expression) {}

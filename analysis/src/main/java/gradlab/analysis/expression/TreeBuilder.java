package gradlab.analysis.expression;

import gradlab.analysis.expression.ClaimExpressionParser.AdditiveContext;
import gradlab.analysis.expression.ClaimExpressionParser.ArgumentsContext;
import gradlab.analysis.expression.ClaimExpressionParser.BracketedContext;
import gradlab.analysis.expression.ClaimExpressionParser.CallSuffixContext;
import gradlab.analysis.expression.ClaimExpressionParser.ComparisonContext;
import gradlab.analysis.expression.ClaimExpressionParser.ConjunctionContext;
import gradlab.analysis.expression.ClaimExpressionParser.DisjunctionContext;
import gradlab.analysis.expression.ClaimExpressionParser.ImplicationContext;
import gradlab.analysis.expression.ClaimExpressionParser.IndexSuffixContext;
import gradlab.analysis.expression.ClaimExpressionParser.MultiplicativeContext;
import gradlab.analysis.expression.ClaimExpressionParser.NameContext;
import gradlab.analysis.expression.ClaimExpressionParser.NegationContext;
import gradlab.analysis.expression.ClaimExpressionParser.NumberContext;
import gradlab.analysis.expression.ClaimExpressionParser.ParenthesisedContext;
import gradlab.analysis.expression.ClaimExpressionParser.PostfixContext;
import gradlab.analysis.expression.ClaimExpressionParser.PowerContext;
import gradlab.analysis.expression.ClaimExpressionParser.RootContext;
import gradlab.analysis.expression.ClaimExpressionParser.SuffixContext;
import gradlab.analysis.expression.ClaimExpressionParser.TextContext;
import gradlab.analysis.expression.ClaimExpressionParser.TransposeSuffixContext;
import gradlab.analysis.expression.ClaimExpressionParser.UnaryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds the tree from what the generated parser saw. */
final class TreeBuilder extends ClaimExpressionBaseVisitor<Expression> {

    private final ExpressionParser.Places places;

    TreeBuilder(ExpressionParser.Places places) {
        this.places = places;
    }

    @Override
    public Expression visitRoot(RootContext context) {
        return visit(context.implication());
    }

    @Override
    public Expression visitImplication(ImplicationContext context) {
        Expression left = visit(context.disjunction());
        return context.op == null ? left : binary(context.op, left, visit(context.implication()));
    }

    @Override
    public Expression visitDisjunction(DisjunctionContext context) {
        return leftToRight(context.conjunction(), context.op);
    }

    @Override
    public Expression visitConjunction(ConjunctionContext context) {
        return leftToRight(context.negation(), context.op);
    }

    @Override
    public Expression visitNegation(NegationContext context) {
        return context.op == null
                ? visit(context.comparison())
                : new Expression.Unary(UnaryOperator.NOT, visit(context.negation()), places.of(context.op));
    }

    @Override
    public Expression visitComparison(ComparisonContext context) {
        return context.op == null
                ? visit(context.additive(0))
                : binary(context.op, visit(context.additive(0)), visit(context.additive(1)));
    }

    @Override
    public Expression visitAdditive(AdditiveContext context) {
        return leftToRight(context.multiplicative(), context.op);
    }

    @Override
    public Expression visitMultiplicative(MultiplicativeContext context) {
        return leftToRight(context.unary(), context.op);
    }

    @Override
    public Expression visitUnary(UnaryContext context) {
        return context.op == null
                ? visit(context.power())
                : new Expression.Unary(UnaryOperator.NEGATE, visit(context.unary()), places.of(context.op));
    }

    @Override
    public Expression visitPower(PowerContext context) {
        Expression base = visit(context.postfix());
        return context.op == null ? base : binary(context.op, base, visit(context.unary()));
    }

    @Override
    public Expression visitPostfix(PostfixContext context) {
        Expression value = visit(context.primary());
        for (SuffixContext suffix : context.suffix()) {
            value = withSuffix(value, suffix);
        }
        return value;
    }

    private Expression withSuffix(Expression value, SuffixContext suffix) {
        if (suffix instanceof CallSuffixContext call) {
            return CallForms.call(places, value, all(call.arguments()), call.open);
        }
        if (suffix instanceof IndexSuffixContext index) {
            List<Expression> indices =
                    index.implication().stream().map(this::visit).toList();
            Optional<Expression> column = indices.size() == 2 ? Optional.of(indices.get(1)) : Optional.empty();
            return new Expression.Index(value, indices.get(0), column, places.of(index.open));
        }
        return new Expression.Unary(UnaryOperator.TRANSPOSE, value, places.of(((TransposeSuffixContext) suffix).open));
    }

    @Override
    public Expression visitNumber(NumberContext context) {
        return new Expression.Literal(DecimalNumber.parse(places, context.getStart()), places.of(context.getStart()));
    }

    @Override
    public Expression visitText(TextContext context) {
        String quoted = context.getText();
        return new Expression.Text(quoted.substring(1, quoted.length() - 1), places.of(context.getStart()));
    }

    @Override
    public Expression visitName(NameContext context) {
        return new Expression.Name(context.getText(), places.of(context.getStart()));
    }

    @Override
    public Expression visitParenthesised(ParenthesisedContext context) {
        return visit(context.implication());
    }

    @Override
    public Expression visitBracketed(BracketedContext context) {
        List<Expression> items = all(context.arguments());
        if (items.stream().noneMatch(Expression.VectorLiteral.class::isInstance)) {
            return new Expression.VectorLiteral(items, places.of(context.open));
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (Expression item : items) {
            if (!(item instanceof Expression.VectorLiteral row)
                    || (!rows.isEmpty() && row.items().size() != rows.get(0).size())) {
                throw places.error(context.open, "a matrix whose rows are vectors of equal length");
            }
            rows.add(row.items());
        }
        return new Expression.MatrixLiteral(rows, places.of(context.open));
    }

    private List<Expression> all(ArgumentsContext context) {
        return context == null
                ? List.of()
                : context.implication().stream().map(this::visit).toList();
    }

    private Expression leftToRight(List<? extends ParserRuleContext> operands, List<Token> operators) {
        Expression left = visit(operands.get(0));
        for (int i = 0; i < operators.size(); i++) {
            left = binary(operators.get(i), left, visit(operands.get(i + 1)));
        }
        return left;
    }

    private Expression binary(Token operator, Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.of(operator.getText()), left, right, places.of(operator));
    }
}

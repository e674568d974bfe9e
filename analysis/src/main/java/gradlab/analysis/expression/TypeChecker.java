package gradlab.analysis.expression;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, before anything is evaluated, unknown and shadowed names, wrong numbers and kinds of arguments. Sizes are
 * checked where values are: they may depend on quantified integers.
 */
public final class TypeChecker {

    private final String file;
    private final RunSource runs;
    private final Map<String, Type> scope;

    /** A checker for expressions of a file over the names of a scope. */
    public TypeChecker(String file, RunSource runs, Map<String, Type> scope) {
        this.file = file;
        this.runs = runs;
        this.scope = Map.copyOf(scope);
    }

    /**
     * The type of an expression.
     *
     * @throws SourceException at the first node that does not fit
     */
    public Type typeOf(Expression expression) {
        if (expression instanceof Expression.Literal) {
            return Type.NUMBER;
        } else if (expression instanceof Expression.Text) {
            return Type.of(Kind.TEXT);
        } else if (expression instanceof Expression.Name name) {
            return name(name);
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            return OperatorTypes.binary(this, binary);
        } else if (expression instanceof Expression.VectorLiteral vector) {
            vector.items().forEach(item -> require(item, Kind.NUMBER));
            return Type.VECTOR;
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            matrix.rows().forEach(row -> row.forEach(item -> require(item, Kind.NUMBER)));
            return Type.MATRIX;
        } else if (expression instanceof Expression.Call call) {
            return call(call);
        } else if (expression instanceof Expression.Range range) {
            return range(range);
        } else if (expression instanceof Expression.Index index) {
            return index(index);
        } else if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        throw new IllegalStateException("unknown node " + expression.getClass());
    }

    /**
     * Checks that an expression is of a kind.
     *
     * @throws SourceException if it is not
     */
    public void require(Expression expression, Kind kind) {
        Type type = typeOf(expression);
        if (type.kind() != kind) {
            throw error(expression.position(), type.description(), kind.description());
        }
    }

    /**
     * Checks that a new name may be used: it is neither taken nor built in.
     *
     * @throws SourceException if it is
     */
    public void requireFree(String name, Position position) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || Builtins.isReserved(name)) {
            throw error(position, SourceException.quote(name), "a name of letters, digits and _ that is not built in");
        }
        if (scope.containsKey(name)) {
            throw error(position, "the name " + SourceException.quote(name) + " again", "a name not used before");
        }
    }

    /** Whether an experiment of this name can be spoken of. */
    public boolean knowsExperiment(String name) {
        return runs.knows(name);
    }

    /** What to expect in place of an unknown experiment. */
    public String expectedExperiment(String name) {
        return RunTypes.expected(runs, name);
    }

    /** The same checker with one more name. */
    public TypeChecker with(String name, Type type) {
        Map<String, Type> larger = new HashMap<>(scope);
        larger.put(name, type);
        return new TypeChecker(file, runs, larger);
    }

    SourceException error(Position position, String found, String expected) {
        return SourceException.at(file, position, found, expected);
    }

    private Type name(Expression.Name name) {
        String text = name.name();
        if (scope.containsKey(text)) {
            return scope.get(text);
        }
        if (Builtins.isConstant(text)) {
            return text.equals("true") || text.equals("false") ? Type.TRUTH : Type.NUMBER;
        }
        if (Builtins.plainLayer(text).isPresent()) {
            return Type.of(Kind.LAYER);
        }
        if (Builtins.function(text).isPresent()) {
            throw error(name.position(), "the function " + text, text + "(...) with its arguments");
        }
        throw unknown(name);
    }

    private SourceException unknown(Expression.Name name) {
        return error(
                name.position(),
                "the unknown name " + SourceException.quote(name.name()),
                NearestName.advice(name.name(), scope.keySet(), Builtins.names()));
    }

    private Type unary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.NOT) {
            require(unary.operand(), Kind.TRUTH);
            return Type.TRUTH;
        }
        Type operand = typeOf(unary.operand());
        boolean fits = unary.operator() == UnaryOperator.TRANSPOSE
                ? operand.kind() == Kind.MATRIX
                : List.of(Kind.NUMBER, Kind.VECTOR, Kind.MATRIX).contains(operand.kind());
        if (!fits) {
            String expected = unary.operator() == UnaryOperator.TRANSPOSE ? "a matrix" : "a number, vector or matrix";
            throw error(unary.position(), operand.description(), expected);
        }
        return operand;
    }

    private Type call(Expression.Call call) {
        if (call.function() instanceof Expression.Name name && !scope.containsKey(name.name())) {
            Optional<Builtin> builtin = Builtins.function(name.name());
            if (builtin.isPresent()) {
                return builtin(call, builtin.get());
            }
        }
        require(call.function(), Kind.LAYER);
        if (call.arguments().size() == 1) {
            Type argument = typeOf(call.arguments().get(0));
            if (argument.kind() == Kind.VECTOR || argument.kind() == Kind.NUMBER) {
                return argument;
            }
        }
        throw error(call.position(), arguments(call), "one vector (or one number) for a layer");
    }

    private Type builtin(Expression.Call call, Builtin builtin) {
        List<Type> arguments = call.arguments().stream().map(this::typeOf).toList();
        for (Signature signature : builtin.signatures()) {
            if (signature.accepts(arguments)) {
                checkSpecial(call, builtin, arguments);
                return Type.of(signature.result());
            }
        }
        throw error(call.position(), arguments(call), builtin.expectation());
    }

    private void checkSpecial(Expression.Call call, Builtin builtin, List<Type> arguments) {
        if (builtin.name().equals("chain") && !arguments.get(0).element().equals(Optional.of(Type.MATRIX))) {
            throw error(call.position(), arguments.get(0).description(), "a list of matrices");
        }
        if (builtin.name().equals("run")) {
            new RunTypes(this, runs).check(call);
        }
    }

    private String arguments(Expression.Call call) {
        return "("
                + String.join(
                        ", ",
                        call.arguments().stream()
                                .map(a -> typeOf(a).description())
                                .toList())
                + ")";
    }

    private Type range(Expression.Range range) {
        require(range.from(), Kind.NUMBER);
        require(range.to(), Kind.NUMBER);
        requireFree(range.index(), range.position());
        Kind body = range.fold() == Fold.ALL ? Kind.TRUTH : Kind.NUMBER;
        with(range.index(), Type.NUMBER).require(range.body(), body);
        return Type.of(body);
    }

    private Type index(Expression.Index index) {
        Type target = typeOf(index.target());
        require(index.row(), Kind.NUMBER);
        index.column().ifPresent(column -> require(column, Kind.NUMBER));
        boolean two = index.column().isPresent();
        if (target.kind() == (two ? Kind.MATRIX : Kind.VECTOR)) {
            return Type.NUMBER;
        }
        if (target.kind() == Kind.LIST && !two) {
            return target.element().orElseThrow();
        }
        throw error(
                index.position(),
                target.description() + " with " + (two ? "two indices" : "one index"),
                "v[i], A[i, j] or a list's [i]");
    }

    private Type conditional(Expression.Conditional conditional) {
        require(conditional.condition(), Kind.TRUTH);
        Type yes = typeOf(conditional.yes());
        Type no = typeOf(conditional.no());
        if (!yes.equals(no)) {
            throw error(conditional.position(), yes.description() + " or else " + no.description(), "equal kinds");
        }
        return yes;
    }
}

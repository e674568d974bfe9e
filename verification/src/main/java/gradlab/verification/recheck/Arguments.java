package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The values of the arguments of an operation, taken by kind.
 *
 * @param values the values
 */
record Arguments(List<Value> values) {
    int count() {
        return values.size();
    }

    Mat mat(int i) {
        return kind(i, Mat.class, "a number, vector or matrix");
    }

    Num num(int i) {
        return mat(i).number();
    }

    Layer layer(int i) {
        return kind(i, Layer.class, "a layer");
    }

    String text(int i) {
        return kind(i, Value.Text.class, "a quoted text").text();
    }

    private <T extends Value> T kind(int i, Class<T> kind, String name) {
        require(i < count() && kind.isInstance(values.get(i)), name + " as argument " + (i + 1));
        return kind.cast(values.get(i));
    }

    Arguments items(int i) {
        return new Arguments(kind(i, Value.Items.class, "a list").items());
    }

    Optional<Mat> optional(int i) {
        return i < count() ? Optional.of(mat(i)) : Optional.empty();
    }

    /** An integer within bounds; undecided if it is not known exactly. */
    int integer(int i, int least, int most) {
        Num n = num(i);
        if (!n.isPoint()) {
            throw NoValue.undecided("an integer not known exactly");
        }
        boolean inside = n.low.compareTo(Rational.of(least)) >= 0 && n.low.compareTo(Rational.of(most)) <= 0;
        require(inside && n.low.den().equals(BigInteger.ONE), "an integer from " + least + " to " + most);
        return n.low.num().intValue();
    }

    <T> List<T> all(Function<Integer, T> kind) {
        return IntStream.range(0, count()).boxed().map(kind).toList();
    }
}

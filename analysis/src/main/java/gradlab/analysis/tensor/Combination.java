package gradlab.analysis.tensor;

import org.jspecify.annotations.Nullable;

/** A function of two tensors that are stretched to each other, entry by entry. */
final class Combination {
    private final BinaryFunction f;
    private final Shape shape;
    private final double[] a;
    private final double[] b;
    private final int @Nullable [] placeA;
    private final int @Nullable [] placeB;

    private Combination(BinaryFunction f, Shape shape, double[] a, Shape shapeA, double[] b, Shape shapeB) {
        this.f = f;
        this.shape = shape;
        this.a = a;
        this.b = b;
        this.placeA = places(shapeA, shape);
        this.placeB = places(shapeB, shape);
    }

    static Combination of(BinaryFunction f, Shape shapeA, double[] a, Shape shapeB, double[] b) {
        return new Combination(f, shapeA.broadcast(shapeB), a, shapeA, b, shapeB);
    }

    private static int @Nullable [] places(Shape shape, Shape target) {
        if (shape.size() == target.size()) {
            return null;
        }
        Selection stretch = Rearranging.stretch(shape, target);
        int[] places = new int[stretch.size()];
        for (int e = 0; e < places.length; e++) {
            places[e] = stretch.index(e);
        }
        return places;
    }

    Shape shape() {
        return shape;
    }

    private double left(int e) {
        return a[placeA == null ? e : placeA[e]];
    }

    private double right(int e) {
        return b[placeB == null ? e : placeB[e]];
    }

    double[] values() {
        double[] values = new double[shape.size()];
        for (int e = 0; e < values.length; e++) {
            values[e] = f.value(left(e), right(e));
        }
        return values;
    }

    boolean kink() {
        for (int e = 0; e < shape.size(); e++) {
            if (f.kink(left(e), right(e))) {
                return true;
            }
        }
        return false;
    }

    /** The derivative by those operands that are asked for. */
    Derivative derivative(boolean byLeft, boolean byRight) {
        return new Slopes.OfTwo(byLeft ? left() : null, byRight ? right() : null);
    }

    private Slopes left() {
        if (f == Pairs.ADD || f == Pairs.SUBTRACT) {
            return new Slopes(1, null, null, placeA);
        }
        if (f == Pairs.MULTIPLY) {
            return new Slopes(1, b, placeB, placeA);
        }
        double[] slopes = new double[shape.size()];
        for (int e = 0; e < slopes.length; e++) {
            slopes[e] = f.slopeLeft(left(e), right(e));
        }
        return new Slopes(1, slopes, null, placeA);
    }

    private Slopes right() {
        if (f == Pairs.ADD || f == Pairs.SUBTRACT) {
            return new Slopes(f == Pairs.ADD ? 1 : -1, null, null, placeB);
        }
        if (f == Pairs.MULTIPLY) {
            return new Slopes(1, a, placeA, placeB);
        }
        double[] slopes = new double[shape.size()];
        for (int e = 0; e < slopes.length; e++) {
            slopes[e] = f.slopeRight(left(e), right(e));
        }
        return new Slopes(1, slopes, null, placeB);
    }
}

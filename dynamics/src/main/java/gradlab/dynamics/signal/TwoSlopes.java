package gradlab.dynamics.signal;

/**
 * Means of the function that is {@code left x} below 0 and {@code right x} above, over Gaussian x, in closed form
 * (chosaul2009): with u, v of variance q and correlation c,
 * {@code E f(u) f(v) = q (left right c + (right - left)² k1(c)/2)} and
 * {@code E f'(u) f'(v) = left right + (right - left)² k0(c)/2},
 * {@code k0 = 1 - arccos(c)/pi}, {@code k1 = (sqrt(1 - c²) + (pi - arccos c) c)/pi}.
 *
 * @param left the slope below 0
 * @param right the slope above 0
 */
record TwoSlopes(double left, double right) {
    /** E f(u)²/q, which is E f'(u)² too. */
    double meanSquare() {
        return (left * left + right * right) / 2;
    }

    boolean isLine() {
        return left == right;
    }

    /** E f(u) f(v)/q. */
    double product(double c) {
        double bend = right - left;
        double angle = StrictMath.acos(c);
        double sine = Math.sqrt(Math.max(0, (1 - c) * (1 + c)));
        return left * right * c + bend * bend * (sine + (StrictMath.PI - angle) * c) / StrictMath.PI / 2;
    }

    /** E f'(u) f'(v). */
    double slopeProduct(double c) {
        double bend = right - left;
        return left * right + bend * bend * (1 - StrictMath.acos(c) / StrictMath.PI) / 2;
    }
}

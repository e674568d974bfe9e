package gradlab.analysis.interval;

import java.util.SplittableRandom;

/** Finite doubles of every kind: any bits, subnormal, huge, small integers, powers of two and their neighbours. */
final class Scales {
    private Scales() {}

    static double draw(SplittableRandom random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(8)) {
            case 0 -> sign * Double.longBitsToDouble(random.nextLong(1L << 52));
            case 1 -> sign * Double.longBitsToDouble(random.nextLong(4));
            case 2 -> sign * (Double.MAX_VALUE - random.nextInt(3) * Math.ulp(Double.MAX_VALUE));
            case 3 -> sign * random.nextInt(1000);
            case 4 -> sign * neighbour(random, Math.scalb(1.0, random.nextInt(-1074, 1024)));
            case 5 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(-30, 30));
            case 6 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(-1022, -940));
            default -> finite(random);
        };
    }

    /** Half of the time of the same scale as a, or cancelling it. */
    static double drawNear(SplittableRandom random, double a) {
        return switch (random.nextInt(6)) {
            case 0 -> -a;
            case 1 -> -neighbour(random, a);
            case 2 -> Math.abs(a) < 1e300 ? a * (random.nextDouble() - 0.5) * 1e-3 : 1;
            default -> draw(random);
        };
    }

    private static double neighbour(SplittableRandom random, double x) {
        double next = switch (random.nextInt(3)) {
            case 0 -> Math.nextUp(x);
            case 1 -> Math.nextDown(x);
            default -> x;
        };
        return Math.abs(next) <= Double.MAX_VALUE ? next : x;
    }

    private static double finite(SplittableRandom random) {
        double x = Double.longBitsToDouble(random.nextLong());
        return Math.abs(x) <= Double.MAX_VALUE ? x : 1;
    }
}

package gradlab.verification.recheck;

/** The work that one check may do, counted in operations weighted by length; the same on every machine. */
final class Work {
    private static final long LIMIT = 60_000_000;
    private static final ThreadLocal<long[]> DONE = ThreadLocal.withInitial(() -> new long[1]);

    private Work() {}

    static void begin() {
        DONE.get()[0] = 0;
    }

    static void spend(Rational low, Rational high) {
        long words = 1L + (low.bits() + high.bits()) / 1024;
        long[] done = DONE.get();
        done[0] += words * words;
        if (done[0] > LIMIT) {
            throw NoValue.undecided("more work than a check may do");
        }
    }
}

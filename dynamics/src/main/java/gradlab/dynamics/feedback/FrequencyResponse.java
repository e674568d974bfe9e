package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.spectrum.Resolvent;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.Optional;

/**
 * The gain of a loop by frequency: singular values of G at z = exp(i w), w in radians a step, or at s = i w, w in radians a
 * unit of time. Of a plain loop the largest is the norm of the resolvent ({@link Resolvent}: the matrix is reduced once, and
 * each frequency takes some hundred times n^2 operations); otherwise G is solved for, at 8/3 n^3 a frequency.
 */
public final class FrequencyResponse {
    private static final SpectralNorm NORM =
            SpectralNorm.withDefaults().withRelativeTolerance(1e-8).withMaxSteps(60);

    private final LinearLoop loop;
    private final Optional<Resolvent> resolvent;

    private FrequencyResponse(LinearLoop loop, Optional<Resolvent> resolvent) {
        this.loop = loop;
        this.resolvent = resolvent;
    }

    /** Of a loop. */
    public static FrequencyResponse of(LinearLoop loop) {
        return new FrequencyResponse(loop, loop.isPlain() ? Optional.of(Resolvent.of(loop.state())) : Optional.empty());
    }

    /** The largest singular value of G at a frequency; infinite at an eigenvalue. That of D at the infinite frequency of a flow. */
    public double largest(double frequency) {
        if (Double.isInfinite(frequency) && !loop.isInSteps()) {
            return DenseBackend.fixedOrder()
                    .singularValues(
                            loop.feedthrough().toArray(),
                            loop.output().rows(),
                            loop.input().columns())[0];
        }
        double re = re(frequency);
        double im = im(frequency);
        if (resolvent.isPresent()) {
            return resolvent.get().norm(re, im);
        }
        return at(frequency)
                .map(g -> g.singularValues(DenseBackend.fixedOrder())[0])
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The smallest of the min(inputs, outputs) singular values of G at a frequency, to about eight digits. */
    public double smallest(double frequency) {
        if (resolvent.isPresent()) {
            return 1
                    / NORM.of(embedded(loop.state(), re(frequency), im(frequency)))
                            .value();
        }
        return at(frequency)
                .map(g -> g.singularValues(DenseBackend.fixedOrder()))
                .map(values -> values[values.length - 1])
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** G itself; empty where the frequency is that of an eigenvalue on the boundary. */
    Optional<ComplexMatrix> at(double frequency) {
        return ComplexMatrix.transfer(loop, re(frequency), im(frequency));
    }

    /** z I - A as a real operator on real and imaginary parts. */
    private static LinearOperator embedded(DenseMatrix a, double re, double im) {
        LinearOperator diagonal = Operators.shifted(Operators.scaled(-1, a), re);
        LinearOperator up = Operators.scaled(-im, Operators.identity(a.rows()));
        LinearOperator down = Operators.scaled(im, Operators.identity(a.rows()));
        return Operators.above(Operators.beside(diagonal, up), Operators.beside(down, diagonal));
    }

    private double re(double frequency) {
        return loop.isInSteps() ? StrictMath.cos(frequency) : 0;
    }

    private double im(double frequency) {
        return loop.isInSteps() ? StrictMath.sin(frequency) : frequency;
    }
}

package gradlab.analysis.survey;

import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.operator.LinearOperator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a survey is of.
 *
 * @param file the file's name as it was given
 * @param format what the file is
 * @param of which matrix of it, or the Jacobian of what by what
 * @param operator the matrix, as closely as binary64 gives it
 * @param enclosure makes an interval matrix that surely holds it
 * @param layers makes one row a layer, and tells how far it has come
 * @param lipschitz makes global bounds, where it is a plain network
 */
public record Subject(
        String file,
        String format,
        String of,
        LinearOperator operator,
        Supplier<IntervalMatrix> enclosure,
        Function<Progress, List<LayerRow>> layers,
        Supplier<Optional<Lipschitz>> lipschitz) {}

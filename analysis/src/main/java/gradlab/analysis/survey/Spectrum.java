package gradlab.analysis.survey;

import gradlab.analysis.interval.CertifiedSpectrum;
import gradlab.analysis.operator.Vector;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The singular values of a matrix and what follows from them.
 *
 * @param rows its rows
 * @param columns its columns
 * @param values singular values, descending: all min(rows, columns) of them, or the largest ones
 * @param complete whether these are all
 * @param norm the spectral norm, 0 of an empty matrix
 * @param condition norm over the smallest singular value, infinite where that is 0; absent where it was not computed
 * @param residual how far a value may be off, up to rounding: some singular value lies that near to each
 * @param stableRank ‖A‖_F²/‖A‖²; absent where not all values are known
 * @param rank how many values are above max(rows, columns) 1.1e-16 times the largest; absent where not all are known
 * @param method how they were computed, and why so
 * @param advice what to do where that did not converge; empty if it did
 * @param certified proved bounds, where asked for
 * @param stability what its powers do, for a square matrix of moderate size
 */
public record Spectrum(
        int rows,
        int columns,
        Vector values,
        boolean complete,
        double norm,
        OptionalDouble condition,
        double residual,
        OptionalDouble stableRank,
        OptionalInt rank,
        String method,
        String advice,
        Optional<CertifiedSpectrum> certified,
        Optional<Stability> stability) {}

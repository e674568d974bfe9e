package gradlab.analysis.model;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Locale;

/**
 * The first line of a Matrix Market file.
 *
 * @param coordinate whether entries come with their places; otherwise all of them, column by column
 * @param field what an entry is
 * @param symmetry which entries the others follow from
 */
record MatrixMarketHeader(boolean coordinate, Field field, Symmetry symmetry) {

    /** What an entry is. */
    enum Field {
        REAL,
        INTEGER,
        PATTERN
    }

    /** Which entries are written. */
    enum Symmetry {
        GENERAL,
        SYMMETRIC,
        SKEW_SYMMETRIC;

        /** The first row that is written in a column, from 0. */
        int firstRow(int column) {
            return switch (this) {
                case GENERAL -> 0;
                case SYMMETRIC -> column;
                case SKEW_SYMMETRIC -> column + 1;
            };
        }
    }

    static final String MAGIC = "%%matrixmarket";

    static MatrixMarketHeader of(String file, String line) {
        List<String> words = List.of(line.trim().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.size() != 5
                || !words.get(0).equals(MAGIC)
                || !words.get(1).equals("matrix")
                || !List.of("coordinate", "array").contains(words.get(2))) {
            throw error(
                    file,
                    SourceException.quote(line),
                    "'%%MatrixMarket matrix coordinate|array real|integer|pattern general|symmetric|skew-symmetric'");
        }
        boolean coordinate = words.get(2).equals("coordinate");
        Field field = field(file, words.get(3));
        Symmetry symmetry = symmetry(file, words.get(4));
        if (field == Field.PATTERN && (!coordinate || symmetry == Symmetry.SKEW_SYMMETRIC)) {
            throw error(file, "a pattern as array or skew-symmetric", "a pattern in coordinates");
        }
        return new MatrixMarketHeader(coordinate, field, symmetry);
    }

    private static Field field(String file, String word) {
        return switch (word) {
            case "real", "double" -> Field.REAL;
            case "integer" -> Field.INTEGER;
            case "pattern" -> Field.PATTERN;
            default -> throw error(file, SourceException.quote(word) + " entries", "real, integer or pattern");
        };
    }

    private static Symmetry symmetry(String file, String word) {
        return switch (word) {
            case "general" -> Symmetry.GENERAL;
            case "symmetric" -> Symmetry.SYMMETRIC;
            case "skew-symmetric" -> Symmetry.SKEW_SYMMETRIC;
            default ->
                throw error(
                        file, "the symmetry " + SourceException.quote(word), "general, symmetric or skew-symmetric");
        };
    }

    private static SourceException error(String file, String found, String expected) {
        return SourceException.at(file, Position.START, found, expected);
    }
}

package gradlab.reports.document;

import java.util.List;

/**
 * A piece of evidence as the report shows it.
 *
 * @param heading what it is
 * @param sentences what it says, in words
 * @param details its numbers and names
 * @param casesTitle what the case below is, empty if there is none
 * @param values the case
 * @param code the statement in the proof checker's language, empty if there is none
 * @param table what was found of each training run, without rows if there is none
 * @param digests long texts to be compared, shown where asked for
 */
record EvidenceView(
        String heading,
        List<String> sentences,
        List<Detail> details,
        String casesTitle,
        List<CaseView> values,
        String code,
        Table table,
        List<Detail> digests) {

    /** Evidence without a table. */
    EvidenceView(
            String heading,
            List<String> sentences,
            List<Detail> details,
            String casesTitle,
            List<CaseView> values,
            String code) {
        this(heading, sentences, details, casesTitle, values, code, Table.NONE, List.of());
    }

    /** Copies the lists. */
    EvidenceView {
        sentences = List.copyOf(sentences);
        details = List.copyOf(details);
        values = List.copyOf(values);
        digests = List.copyOf(digests);
    }

    /**
     * One line of a table.
     *
     * @param name what is meant
     * @param value what it is
     * @param literal whether it is a text to be compared or copied character by character
     */
    record Detail(String name, String value, boolean literal) {

        static Detail of(String name, String value) {
            return new Detail(name, value, false);
        }

        static Detail of(String name, long count) {
            return of(name, Long.toString(count));
        }

        static Detail literal(String name, String value) {
            return new Detail(name, value, true);
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param head the names of its columns
     * @param rows as many cells each
     */
    record Table(String caption, List<String> head, List<List<String>> rows) {

        static final Table NONE = new Table("", List.of(), List.of());

        /** Copies the lists. */
        Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}

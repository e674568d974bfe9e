/**
 * What did the run find? Results, witnesses and provenance as files that others can check, and the report that a person
 * reads. Everything here formats what was computed elsewhere.
 */
@org.jspecify.annotations.NullMarked
package gradlab.reports.document;

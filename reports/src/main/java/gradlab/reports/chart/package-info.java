/** What does a run look like? Figures from plain series, drawn to SVG that stands inside a document. */
@org.jspecify.annotations.NullMarked
package gradlab.reports.chart;

/** What do I show? */
@org.jspecify.annotations.NullMarked
package gradlab.reports;

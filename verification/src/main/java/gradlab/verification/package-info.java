/** Is it true? */
@org.jspecify.annotations.NullMarked
package gradlab.verification;

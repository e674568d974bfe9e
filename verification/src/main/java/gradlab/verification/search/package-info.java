/** Is there a case that violates the claim? Drawing cases, driving them towards violation, and shrinking what is found. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.search;

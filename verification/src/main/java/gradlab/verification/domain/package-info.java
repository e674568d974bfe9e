/** What does a claim quantify over? Domains with exact membership, and the value of a claim in one case. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.domain;

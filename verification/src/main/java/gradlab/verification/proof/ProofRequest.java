package gradlab.verification.proof;

/**
 * What a claim's file asks for. None of it is trusted.
 *
 * @param claim hash of the claim's parsed form, 64 hexadecimal digits
 * @param theorem the theorem's name as the file gives it
 * @param kind whether the file names it as proof or as disproof
 */
public record ProofRequest(String claim, String theorem, ProofKind kind) {}

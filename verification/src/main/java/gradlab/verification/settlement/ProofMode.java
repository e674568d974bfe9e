package gradlab.verification.settlement;

/** Whether theorems are checked. */
public enum ProofMode {
    /** Where the proof checker is installed. */
    AUTO,
    /** Always; without the proof checker the input cannot be used. */
    REQUIRE,
    /** Never. */
    OFF
}

package gradlab.analysis.model;

/**
 * One file of a zip archive, as its directory announces it.
 *
 * @param name its name
 * @param deflated whether it is compressed
 * @param packed how many bytes it takes in the archive
 * @param size how many bytes it is said to be
 * @param crc what the checksum of those is
 * @param offset where its data starts
 */
record ZipEntryRecord(String name, boolean deflated, long packed, long size, long crc, long offset) {}

package nl.banenschakel.platform.intake.column;

import java.time.OffsetDateTime;
import nl.banenschakel.platform.stream.table.ColumnMapping;

/**
 * The mapping of a source as it was last saved. Earlier versions are kept: each delivery was read
 * by one of them.
 *
 * @param version 1 for the first
 * @param savedBy the client or person that saved it
 */
record SavedMapping(
    String source, int version, ColumnMappingDraft draft, OffsetDateTime savedAt, String savedBy) {

  /** What it says. */
  ColumnMapping mapping() {
    return draft.mapping().ofVersion(version);
  }

  /** Another one for every version, as the header {@code ETag} has it. */
  String tag() {
    return "\"" + version + "\"";
  }
}

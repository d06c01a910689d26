package nl.banenschakel.register;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.person.PersonDraft;

/**
 * Rows of a register list.
 *
 * @param lines data rows, counted from 1
 * @param blindIndexes who is on each
 * @param people those met for the first time in this delivery
 */
record ListBatch(List<Integer> lines, List<Buffer> blindIndexes, List<PersonDraft> people) {
  /** Rows in one statement. */
  static final int ROWS_MAX = 5_000;
}

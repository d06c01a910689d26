package nl.banenschakel.register.answer;

import java.util.List;
import nl.banenschakel.person.PersonDraft;

/**
 * Rows of a delivery.
 *
 * @param people those met for the first time in it
 */
record AnswerBatch(List<AnswerRow> rows, List<PersonDraft> people) {
  /** Rows in one statement. */
  static final int ROWS_MAX = 5_000;
}

package nl.banenschakel.register.answer;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.person.PersonSealer;

/** Gathers answers into batches. */
final class AnswerRows {
  private final PersonSealer sealer;
  private List<AnswerRow> rows = new ArrayList<>();
  private List<AnswerBatch> full = new ArrayList<>();

  AnswerRows(PersonSealer sealer) {
    this.sealer = sealer;
  }

  void add(int line, Bsn bsn, Registration registration) {
    var id = UuidCreator.getTimeOrderedEpoch();
    rows.add(new AnswerRow(id, line, sealer.blindIndex(bsn), registration));
    if (rows.size() == AnswerBatch.ROWS_MAX) {
      close();
    }
  }

  /** Makes a batch of what is there. */
  void close() {
    if (!rows.isEmpty()) {
      full.add(new AnswerBatch(rows, sealer.drain()));
      rows = new ArrayList<>();
    }
  }

  List<AnswerBatch> take() {
    var taken = full;
    full = new ArrayList<>();
    return taken;
  }
}

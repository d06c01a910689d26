package nl.banenschakel.register;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.person.PersonSealer;

/** Gathers the people of a list into batches; counts its data rows. */
final class ListRows {
  private final PersonSealer sealer;
  private List<Integer> lines = new ArrayList<>();
  private List<Buffer> blindIndexes = new ArrayList<>();
  private List<ListBatch> full = new ArrayList<>();
  private int counted;

  ListRows(PersonSealer sealer) {
    this.sealer = sealer;
  }

  /**
   * A row that could not be read counts too: the numbers of the others stay what the sender sees.
   */
  void skip() {
    counted++;
  }

  void add(Bsn bsn) {
    lines.add(++counted);
    blindIndexes.add(sealer.blindIndex(bsn));
    if (lines.size() == ListBatch.ROWS_MAX) {
      close();
    }
  }

  /** Makes a batch of what is there. */
  void close() {
    if (!lines.isEmpty()) {
      full.add(new ListBatch(lines, blindIndexes, sealer.drain()));
      lines = new ArrayList<>();
      blindIndexes = new ArrayList<>();
    }
  }

  List<ListBatch> take() {
    var taken = full;
    full = new ArrayList<>();
    return taken;
  }
}

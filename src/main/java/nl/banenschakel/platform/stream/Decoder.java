package nl.banenschakel.platform.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * Turns the bytes of one file into batches of rows. It is fed the file in pieces of any size and
 * gives the same rows whatever the pieces. One thread at a time calls it; it may use the processor
 * but waits for nothing. A mistake does not stop it: it is kept, so that all are reported at once.
 *
 * @param <B> a batch: rows as arrays, one array a column
 */
public interface Decoder<B> {

  /** The batches that became full with these bytes. */
  List<B> feed(byte[] piece);

  /** The last batches, when the file has ended. Called again as long as it {@link #hasMore}. */
  List<B> end();

  /**
   * Whether {@link #end} has more to give. Some forms are read only when all bytes are there: they
   * hand on a part at a time, so that those who take it can hold them back.
   */
  default boolean hasMore() {
    return false;
  }

  /** Every mistake so far. */
  Mistakes mistakes();

  /** Mistakes of one file: the first thousand kept, all of them counted. */
  final class Mistakes {
    private final List<Violation> kept = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private int total;

    /** Adds one. */
    public void add(String at, String code, String detail) {
      add(new Violation(at, code, detail));
    }

    /** Adds one. */
    public void add(Violation violation) {
      total++;
      codes.add(violation.code());
      if (kept.size() < Failure.Invalid.LISTED_MAX) {
        kept.add(violation);
      }
    }

    /** The first ones, in the order of the file. */
    public List<Violation> kept() {
      return List.copyOf(kept);
    }

    /** Whether one with such a code is among them, kept or not. */
    public boolean has(String code) {
      return codes.contains(code);
    }

    /** How many there are in all. */
    public int total() {
      return total;
    }
  }
}

package nl.banenschakel.register;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.register.connector.BridgeList;

/**
 * Reads a list that the gateway fetched itself: lines of one length, which never lie in two pieces.
 * Nobody on it is as good an answer as everybody.
 */
final class FetchedListDecoder implements EvidenceIntake.Input<ListBatch> {
  private static final int BSN_BYTES = 9;
  private static final int LINE_BYTES = BSN_BYTES + 1;

  /** Of a stream: one batch of rows. */
  static final int PIECE_BYTES = ListBatch.ROWS_MAX * LINE_BYTES;

  private final Mistakes mistakes = new Mistakes();
  private final ListRows rows;
  private final EvidenceDraft draft;

  FetchedListDecoder(PersonSealer sealer, EvidenceDraft draft) {
    this.rows = new ListRows(sealer);
    this.draft = draft;
  }

  /** A list as it is read here. */
  static Buffer lines(BridgeList list) {
    var lines = Buffer.buffer(list.people().size() * LINE_BYTES);
    list.people().forEach(bsn -> lines.appendString(bsn.digits()).appendByte((byte) '\n'));
    return lines;
  }

  @Override
  public EvidenceDraft draft() {
    return draft;
  }

  @Override
  public List<ListBatch> feed(byte[] piece) {
    for (int at = 0; at < piece.length; at += LINE_BYTES) {
      rows.add(Bsn.parse(new String(piece, at, BSN_BYTES, StandardCharsets.US_ASCII)));
    }
    return rows.take();
  }

  @Override
  public List<ListBatch> end() {
    rows.close();
    return rows.take();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }
}

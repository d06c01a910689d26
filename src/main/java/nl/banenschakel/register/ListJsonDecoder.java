package nl.banenschakel.register;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;

/** Reads a list as JSON, at most one mebibyte: some seventy thousand people. */
final class ListJsonDecoder implements EvidenceIntake.Input<ListBatch> {
  private static final int BSNS_MAX = 100_000;

  private final Mistakes mistakes = new Mistakes();
  private final Buffer body = Buffer.buffer();
  private final ListRows rows;
  private final LocalDate today;
  private Optional<EvidenceDraft> draft = Optional.empty();

  ListJsonDecoder(PersonSealer sealer, LocalDate today) {
    this.today = today;
    this.rows = new ListRows(sealer);
  }

  @Override
  public EvidenceDraft draft() {
    return draft.orElseThrow();
  }

  @Override
  public List<ListBatch> feed(byte[] piece) {
    body.appendBytes(piece);
    return List.of();
  }

  @Override
  public List<ListBatch> end() {
    try {
      read(Fields.of(StrictJson.object(body)));
    } catch (Failure.Invalid invalid) {
      invalid.violations().forEach(mistakes::add);
    }
    return rows.take();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void read(Fields in) {
    var members = EvidenceDraft.Members.of(in, today);
    var bsns = in.values("bsns", 0, BSNS_MAX, Bsn::parse);
    draft = Optional.of(in.build(members::draft));
    bsns.get().forEach(rows::add);
    rows.close();
  }
}

package nl.banenschakel.employment;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.platform.stream.Decoder;

/** Reads contracts as JSON: new and changed ones, which say themselves whose they are. */
final class ContractJsonDecoder implements Decoder<ContractBatch>, ContractInput {
  /** Items of one body: more come in several bodies, or as a file. */
  static final int ITEMS_MAX = 5_000;

  private final PersonSealer sealer;
  private final Mistakes mistakes = new Mistakes();
  private final Buffer body = Buffer.buffer();
  private Optional<ContractDelivery> delivery = Optional.empty();

  ContractJsonDecoder(PersonSealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public Decoder<ContractBatch> decoder() {
    return this;
  }

  @Override
  public ContractDelivery delivery() {
    return delivery.orElseThrow();
  }

  @Override
  public String numberAt() {
    return "/loonheffingennummer";
  }

  @Override
  public String at(int line) {
    return "/items/" + (line - 1);
  }

  @Override
  public List<ContractBatch> feed(byte[] piece) {
    body.appendBytes(piece);
    return List.of();
  }

  @Override
  public List<ContractBatch> end() {
    try {
      return List.of(read(Fields.of(StrictJson.object(body))));
    } catch (Failure.Invalid invalid) {
      invalid.violations().forEach(mistakes::add);
      return List.of();
    }
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private ContractBatch read(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var source = in.optional("source", Delivery::parseSource);
    var items = in.list("items", 1, ITEMS_MAX, ContractItem::parse);
    delivery =
        Optional.of(
            in.build(
                () ->
                    new ContractDelivery(
                        number.get(),
                        source.optional().orElse(ContractDelivery.DEFAULT_SOURCE),
                        ContractDelivery.Scope.CHANGES)));
    var rows = new ArrayList<ContractRow>();
    items.get().forEach(item -> rows.add(row(rows.size() + 1, item)));
    return new ContractBatch(rows, sealer.drain());
  }

  private ContractRow row(int line, ContractItem item) {
    return new ContractRow(
        line,
        sealer.blindIndex(item.bsn()),
        item.personnelNumber(),
        sealer.blindIndexIn(item.personnelNumber()),
        item.contractNumber(),
        item.contractNumber().flatMap(sealer::blindIndexIn),
        item.startDate(),
        item.endDate(),
        item.hours(),
        item.expectedRegistered(),
        item.department(),
        item.school(),
        item.costCentre());
  }
}

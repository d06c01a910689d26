package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;

/** Contracts files that come to an address. */
final class ContractIntake implements Intake {
  private static final String NUMBER = "loonheffingennummer";

  private final EmploymentService contracts;

  ContractIntake(EmploymentService contracts) {
    this.contracts = contracts;
  }

  @Override
  public String kind() {
    return ContractTarget.KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.HR);
  }

  @Override
  public Reads reads() {
    return Reads.PAYROLL;
  }

  @Override
  public Set<String> mediaTypes() {
    return TableForm.mediaTypes();
  }

  @Override
  public Supplier<Taking> read(Fields in) {
    var number = in.required(NUMBER, Loonheffingennummer::parse);
    var scope = in.required("delivery", ContractDelivery.Scope::parse);
    var source = in.optional("source", Delivery::parseSource);
    var sheet = in.optional("sheet", TableFile::parseSheet);
    return () -> {
      var from = source.optional().orElse(ContractDelivery.DEFAULT_SOURCE);
      var delivery = new ContractDelivery(number.get(), from, scope.get());
      return (file, mediaType) ->
          contracts.take(
              file,
              new TableFile(TableForm.of(mediaType), sheet.optional()),
              delivery,
              "/" + NUMBER);
    };
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return contracts.purge(tx, upload);
  }
}

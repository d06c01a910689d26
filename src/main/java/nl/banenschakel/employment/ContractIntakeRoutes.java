package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.intake.UploadRoutes;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;

/** Deliveries of contracts. */
final class ContractIntakeRoutes {
  private static final String NUMBER = "Loonheffingennummer";
  private static final Set<Role> DELIVER = Set.of(Role.HR);

  /** Five thousand items of some eight hundred characters. */
  private static final long JSON_BYTES_MAX = 4L * 1024 * 1024;

  private final EmploymentService contracts;

  ContractIntakeRoutes(EmploymentService contracts) {
    this.contracts = contracts;
  }

  void mount(Endpoints http) {
    http.upload(
        "addContractFile",
        "/v1/contract-files",
        DELIVER,
        Reads.NO_PERSONS,
        TableForm.mediaTypes(),
        this::addContractFile);
    http.upload(
        "putContracts",
        "/v1/contracts",
        DELIVER,
        Reads.NO_PERSONS,
        Set.of("application/json"),
        this::putContracts);
  }

  private Future<Reply> addContractFile(Call call) {
    var parameters = call.parameters();
    var named = Mode.of(parameters);
    var sheet = parameters.query("sheet", TableFile::parseSheet).optional();
    var delivery = delivery(parameters);
    var mode = named.get();
    var table = new TableFile(TableForm.of(call.contentType()), sheet.get());
    return contracts
        .take(Incoming.of(call, mode), table, delivery, "header " + NUMBER)
        .map(taken -> UploadRoutes.answer(mode, taken));
  }

  private Future<Reply> putContracts(Call call) {
    var parameters = call.parameters();
    var mode = parameters.build(Mode.of(parameters));
    return contracts
        .takeJson(Incoming.of(call, mode, JSON_BYTES_MAX))
        .map(taken -> UploadRoutes.answer(mode, taken));
  }

  private static ContractDelivery delivery(Parameters parameters) {
    var number = parameters.header(NUMBER, Loonheffingennummer::parse).required();
    var scope = parameters.query("delivery", ContractDelivery.Scope::parse).required();
    var source = parameters.query("source", Delivery::parseSource).optional();
    return parameters.build(
        () ->
            new ContractDelivery(
                number.get(), source.get().orElse(ContractDelivery.DEFAULT_SOURCE), scope.get()));
  }
}

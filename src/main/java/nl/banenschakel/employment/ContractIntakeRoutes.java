package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.UploadRoutes;

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
        Set.of("text/csv"),
        this::addContractFile);
    http.upload(
        "putContracts", "/v1/contracts", DELIVER, Set.of("application/json"), this::putContracts);
  }

  private Future<Reply> addContractFile(Call call) {
    return contracts
        .take(call.caller(), delivery(call), "header " + NUMBER, call.body())
        .map(UploadRoutes::created);
  }

  private Future<Reply> putContracts(Call call) {
    return contracts.takeJson(call.caller(), call.body(JSON_BYTES_MAX)).map(UploadRoutes::created);
  }

  private static ContractDelivery delivery(Call call) {
    var parameters = call.parameters();
    var number = parameters.header(NUMBER, Loonheffingennummer::parse).required();
    var scope = parameters.query("delivery", ContractDelivery.Scope::parse).required();
    var source = parameters.query("source", ContractDelivery::parseSource).optional();
    return parameters.build(
        () ->
            new ContractDelivery(
                number.get(), source.get().orElse(ContractDelivery.DEFAULT_SOURCE), scope.get()));
  }
}

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
final class ContractFileRoutes {
  private static final String NUMBER = "Loonheffingennummer";

  private final EmploymentService contracts;

  ContractFileRoutes(EmploymentService contracts) {
    this.contracts = contracts;
  }

  void mount(Endpoints http) {
    http.upload(
        "addContractFile",
        "/v1/contract-files",
        Set.of(Role.HR),
        Set.of("text/csv"),
        this::addContractFile);
  }

  private Future<Reply> addContractFile(Call call) {
    return contracts
        .take(call.caller(), delivery(call), "header " + NUMBER, call.body())
        .map(UploadRoutes::created);
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

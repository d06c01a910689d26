package nl.banenschakel.payroll;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.payroll.total.StatedTotal;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.intake.UploadRoutes;

/** Deliveries of wage returns over HTTP. */
final class WageReturnIntakeRoutes {
  private static final Set<Role> MAY_DELIVER = Set.of(Role.PAYROLL);
  static final Set<String> XML = Set.of("application/xml", "text/xml");

  private final PayrollService payroll;

  WageReturnIntakeRoutes(PayrollService payroll) {
    this.payroll = payroll;
  }

  void mount(Endpoints http) {
    http.upload("addWageReturn", "/v1/wage-returns", MAY_DELIVER, Reads.NO_PERSONS, XML, this::add);
  }

  private Future<Reply> add(Call call) {
    var parameters = call.parameters();
    var named = Mode.of(parameters);
    var stated = StatedTotal.of(parameters);
    var mode = parameters.build(named);
    return payroll
        .take(Incoming.of(call, mode), Optional.empty(), stated.get())
        .map(taken -> UploadRoutes.answer(mode, taken));
  }
}

package nl.banenschakel.payroll;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.payroll.merge.WageReturnTarget;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.json.Fields;

/** Wage returns that come to an address: all there is to say is in the file. */
final class WageReturnIntake implements Intake {
  private final PayrollService payroll;

  WageReturnIntake(PayrollService payroll) {
    this.payroll = payroll;
  }

  @Override
  public String kind() {
    return WageReturnTarget.KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PAYROLL);
  }

  @Override
  public Reads reads() {
    return Reads.PAYROLL;
  }

  @Override
  public Set<String> mediaTypes() {
    return WageReturnIntakeRoutes.XML;
  }

  @Override
  public Supplier<Taking> read(Fields in) {
    return () -> (file, mediaType) -> payroll.take(file, Optional.empty());
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return payroll.purge(tx, upload);
  }
}

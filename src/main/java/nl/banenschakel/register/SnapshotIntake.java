package nl.banenschakel.register;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;

/** Register lists that come to an address, as files. */
final class SnapshotIntake implements Intake {
  private final RegisterService register;

  SnapshotIntake(RegisterService register) {
    this.register = register;
  }

  @Override
  public String kind() {
    return SnapshotTarget.KIND;
  }

  @Override
  public Role role() {
    return Role.HR;
  }

  @Override
  public Set<String> mediaTypes() {
    return TableForm.mediaTypes("text/plain");
  }

  @Override
  public Supplier<Taking> read(Fields in) {
    var members = EvidenceDraft.Members.of(in);
    var sheet = in.optional("sheet", TableFile::parseSheet);
    return () -> {
      var draft = members.draft();
      return (file, mediaType) ->
          register.takeFile(file, new TableFile(TableForm.of(mediaType), sheet.optional()), draft);
    };
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return register.purge(tx, upload);
  }
}
